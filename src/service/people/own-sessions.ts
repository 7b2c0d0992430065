import type { SessionView } from "../../contract/members.ts";
import { sessionName } from "../../directory/people/sessions.ts";
import { now, type Services } from "../services.ts";

/** Where somebody is signed in, and which of these is the session with that hash. */
export async function ownSessions(
  { directoryObject }: Services,
  member: string | null,
  hash: string,
): Promise<{ readonly sessions: readonly SessionView[]; readonly here: string }> {
  return { sessions: await directoryObject.sessionsOf(member, now()), here: sessionName(hash) };
}
