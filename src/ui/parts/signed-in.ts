import { createContext } from "hono/jsx";
import type { Session } from "../../service/sessions.ts";

/** The session of the moderator for whom a page is made; undefined: nobody is signed in. */
export const SignedIn = createContext<Session | undefined>(undefined);
