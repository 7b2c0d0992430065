import type { Context } from "hono";
import type { KeyGrant, SiteRecord } from "./contract/site-record.ts";
import type { Services } from "./service/services.ts";
import type { Session } from "./service/sessions.ts";

/** What a request carries from its guard to its handler. */
export interface App {
  Bindings: Env;
  Variables: {
    services: Services;
    /** Who may call this route; undefined: no guard has let the request through. */
    caller: string | undefined;
    /** The site that a site key speaks for. */
    record: SiteRecord;
    /** The key that the caller used; undefined: a signature. */
    grant: KeyGrant | undefined;
    /** Of a page's reader who is signed in. */
    session: Session;
  };
}

export type AppContext = Context<App>;
