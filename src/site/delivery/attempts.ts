import * as z from "zod";
import { type Attempt, attempt, type Endpoint, type Reply } from "../../contract/outgoing.ts";
import { DAY, HOUR, MINUTE, TIME_LIMIT, within } from "../../platform/clock.ts";
import { readStored } from "../../platform/stored.ts";
import type { Meta } from "../tables/meta.ts";
import type { Sql } from "../tables/sql.ts";
import type { Circuit } from "../tables/stored-meta.ts";

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

/** The first pause after a failure, milliseconds; each later one is twice as long. */
const FIRST = 10_000;
/** No pause is longer. */
export const LONGEST = 6 * HOUR;

/** After so long without success an event is given up, milliseconds. */
export const GIVE_UP_AFTER = 3 * DAY;

/**
 * How long to wait after the n-th failure (from 1), milliseconds, with a quarter more or less. `seed` differs from event to
 * event, so that retries do not come all at once; no randomness needed.
 */
export function backoff(failures: number, seed: number, longest = LONGEST): number {
  const jitter = ((seed * 31 + failures * 17) % 101) / 101;
  return Math.round(Math.min(longest, FIRST * 2 ** (failures - 1)) * (0.75 + jitter / 2));
}

/** So many comments in a row that an endpoint does not take mean that it is the endpoint. */
const OPEN_AT = 3;
/** The longest pause between two probes: so long a blog that is back waits at most. */
const LONGEST_PROBE = 15 * MINUTE;

/**
 * Keeps apart a comment that an endpoint will not take and an endpoint that takes nothing. One comment's retries are its
 * own; when several fail in a row the circuit opens: one probe at a time, until one gets through.
 */
export class Circuits {
  readonly #meta: Meta;

  constructor(meta: Meta) {
    this.#meta = meta;
  }

  /** Undefined: all is well, as far as is known. */
  of(endpoint: Endpoint): Circuit | undefined {
    return this.#meta.circuits[endpoint];
  }

  isOpen(endpoint: Endpoint): boolean {
    return (this.of(endpoint)?.due ?? 0) > 0;
  }

  failed(endpoint: Endpoint, comment: string, reason: string, now: number): void {
    const before = this.of(endpoint);
    const open = this.isOpen(endpoint);
    if (before && !open && before.comment === comment) return;
    const failures = (before?.failures ?? 0) + 1;
    const due = failures < OPEN_AT ? 0 : now + backoff(failures - OPEN_AT + 1, now, LONGEST_PROBE);
    this.#set(endpoint, { failures, comment, since: before?.since ?? now, due, reason });
  }

  /** True: it was open until now. */
  succeeded(endpoint: Endpoint): boolean {
    const wasOpen = this.isOpen(endpoint);
    if (this.of(endpoint)) this.#set(endpoint, undefined);
    return wasOpen;
  }

  /** Somebody asks for another try now. */
  hurry(endpoint: Endpoint, now: number): void {
    const circuit = this.of(endpoint);
    if (circuit && circuit.due > now) this.#set(endpoint, { ...circuit, due: now });
  }

  #set(endpoint: Endpoint, circuit: Circuit | undefined): void {
    this.#meta.circuits = { ...this.#meta.circuits, [endpoint]: circuit };
  }
}

const attempts = z.array(attempt);

/** Attempts kept of one comment, the newest. */
const KEPT = 10;

/** What was tried, in the comment's own row: it goes when the comment goes, and costs one row more. */
export class AttemptLog {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The oldest first. */
  of(comment: string): Attempt[] {
    const [row] = this.#sql
      .exec<{ attempts: string | null }>("SELECT attempts FROM comments WHERE id = ?", comment)
      .toArray();
    return (row?.attempts && readStored(row.attempts, attempts, "attempts of a comment")) || [];
  }

  add(comment: string, latest: Attempt): void {
    const kept = [...this.of(comment), latest].slice(-KEPT);
    this.#sql.exec("UPDATE comments SET attempts = ? WHERE id = ?", JSON.stringify(kept), comment);
  }
}
