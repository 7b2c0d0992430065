import type { Reply } from "../../contract/outgoing.ts";
import { TIME_LIMIT, within } from "../../platform/clock.ts";

/** So much of an answer is read and kept, bytes. */
const ANSWER_BYTES = 300;

/**
 * Sends a request and reads the start of the answer, no more than so many bytes and within the time limit. Does not throw.
 */
export async function exchange(
  send: (request: Request) => Promise<Response>,
  request: Request,
  now: () => number,
  most = ANSWER_BYTES,
): Promise<Reply> {
  const began = now();
  try {
    const limited = new Request(request, { signal: AbortSignal.timeout(TIME_LIMIT) });
    return {
      ...(await within(TIME_LIMIT, answerOf(send(limited), request.url, now, most))),
      ms: now() - began,
    };
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : "no connection";
    return { answer: reason.slice(0, ANSWER_BYTES), ms: now() - began };
  }
}

async function answerOf(
  sent: Promise<Response>,
  address: string,
  now: () => number,
  most: number,
): Promise<Omit<Reply, "ms">> {
  const response = await sent;
  const pause = pauseOf(response.headers.get("retry-after") ?? "", now());
  const answer = await start(response, most);
  return {
    status: response.status,
    answer: redirectOf(response, address) ?? answer,
    ...(pause > 0 && { retryAfter: pause }),
  };
}

/** How long a Retry-After asks to wait, milliseconds: it tells seconds or a time (RFC 9110, 10.2.3). NaN: it tells neither. */
const pauseOf = (header: string, now: number): number =>
  /^\s*\d{1,9}\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;

/**
 * Where an answer redirects to, for whoever can change the address; undefined: it does not. Nothing follows it: what was
 * signed for one address is not sent to another.
 */
function redirectOf({ status, headers }: Response, address: string): string | undefined {
  const location = headers.get("location");
  if (status < 300 || status >= 400 || location === null || !URL.canParse(location, address))
    return undefined;
  const { origin, pathname, search, href } = new URL(location, address);
  const to = origin === new URL(address).origin ? pathname + search : href;
  return `it redirects to ${to.slice(0, ANSWER_BYTES)}: use that address`;
}

async function start(response: Response, most: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const bytes = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, most - length);
    bytes.set(part, length);
    length += part.length;
  }
  // Not waited for: an endless answer would keep it from ending.
  reader.cancel().catch(() => undefined);
  const text = new TextDecoder().decode(bytes.subarray(0, length));
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/\uFFFD$/, "")
    .trim();
}

/** So much of a secret in a text is enough to know it by, as the text may end in the middle of it. */
const KNOWN_BY = 12;

/** An answer up to where it tells a secret again, be it escaped as addresses are. */
export function withoutSecrets(answer: string, secrets: readonly string[]): string {
  const starts = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .filter((form) => form !== "")
    .map((form) => answer.indexOf(form.slice(0, KNOWN_BY)))
    .filter((at) => at >= 0);
  return starts.length === 0 ? answer : `${answer.slice(0, Math.min(...starts))}…`;
}
