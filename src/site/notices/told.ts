import type { NoticeState } from "../../contract/notify.ts";
import type { Reply } from "../../contract/outgoing.ts";
import { backoff } from "../delivery/attempts.ts";

/** After so many failures a message waits for the next time. */
const MOST_TRIES = 5;

export const isTaken = ({ status }: Reply): boolean => status !== undefined && status >= 200 && status < 300;

/**
 * How people stand after a message: taken, they know of all up to `newest`; else it is tried again, a few times. `secret`
 * is kept out of what is said of a failure.
 */
export function afterReply(
  before: NoticeState,
  reply: Reply,
  { now, newest, secret }: { readonly now: number; readonly newest: number; readonly secret: string },
): NoticeState {
  if (isTaken(reply)) return { at: now, until: newest, retry: 0, tries: 0, failure: null };
  const tries = before.tries + 1;
  const given = tries >= MOST_TRIES;
  return {
    ...before,
    at: given ? now : before.at,
    retry: given ? 0 : now + Math.max(backoff(tries, now), reply.retryAfter ?? 0),
    tries: given ? 0 : tries,
    failure: `${reply.status ?? "no answer"} ${reply.answer}`.replaceAll(secret, "…"),
  };
}
