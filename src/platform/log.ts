/** What is logged, by name: what happened, never to whom or with which words. */
type LogEvent =
  | "request failed"
  | "site object unreachable"
  | "nothing stored"
  | "turnstile did not answer"
  | "job failed"
  | "stored value unreadable"
  | "webmention unread"
  | "mail to a reader given up"
  | "microformats unreadable";

/** Fields of a line; a failure's message goes through `reasonOf`. */
interface LogFields {
  readonly site?: string;
  /** The route's pattern, not the address: an address may hold ids and mail addresses. */
  readonly route?: string;
  readonly method?: string;
  /** Which stored value: the table or key, never what is in it. */
  readonly what?: string;
  readonly failure?: unknown;
}

const LONGEST = 200;

/** One line of JSON on the Worker's log. */
export function log(
  level: "info" | "warn" | "error",
  event: LogEvent,
  { failure, ...fields }: LogFields = {},
): void {
  console[level](
    JSON.stringify({ event, ...fields, ...(failure !== undefined && { reason: reasonOf(failure) }) }),
  );
}

/**
 * Why something failed, without anybody's data: libraries quote what they could not read, so quoted parts, mail and network
 * addresses and all that looks like a key are left out.
 */
function reasonOf(failure: unknown): string {
  const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
  return `${name}: ${message.slice(0, 10 * LONGEST)}`
    .replace(/(["'`“])[^"'`”]{0,2000}(?:["'`”]|$)/g, "…")
    .replace(/\S{1,320}@\S{1,320}/g, "…")
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, "…")
    .replace(/\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}/gi, "…")
    .replace(/\b(?=[a-z]{0,40}\d)[a-z0-9]{12,}\b|\bwhsec_\S+/gi, "…")
    .slice(0, LONGEST);
}
