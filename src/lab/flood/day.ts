import type { Answer } from "../../contract/verdict.ts";
import { path, type Server } from "./server.ts";
import { isSpam, type Sent } from "./traffic.ts";

/** Requests under way at once. */
const AT_ONCE = 16;
/** The moderator comes by so often and decides so many of those that wait longest. */
const VISIT_EVERY = 30 * 60_000;
const DECISIONS = 20;
/** A blog sends again what was turned away, after pauses that grow, so often at most. */
const TRIES = 20;
const CONNECTIONS = 6;
/** The day's last moment: its clock never goes beyond. */
const LAST = 86_400_000 - 1;

/** What became of the day's submissions. */
export interface Outcome {
  /** The status that the blog was last told, or decided on, by comment. */
  readonly statuses: Map<string, string>;
  /** Refused until midnight. */
  readonly refused: Sent[];
  /** Turned away for the rate and sent again. */
  readonly again: number;
  /** Turned away so late that they are sent again after midnight. */
  readonly late: number;
  /** No answer that a blog can act on. */
  readonly failed: number;
  readonly decisions: number;
}

/** Plays a day: submissions in order of time, the alarm when it is due, a moderator who comes by. */
export class Day {
  readonly #server: Server;
  readonly #key: string;
  readonly #start: number;
  readonly #statuses = new Map<string, string>();
  readonly #refused: Sent[] = [];
  readonly #kinds = new Map<string, Sent>();
  /** What was turned away, at the time when it is sent again. */
  #again: (Sent & { readonly tries: number })[] = [];
  #sentAgain = 0;
  #late = 0;
  #failed = 0;
  #decisions = 0;
  #nextVisit = VISIT_EVERY;

  constructor(server: Server, key: string, start: number) {
    this.#server = server;
    this.#key = key;
    this.#start = start;
  }

  /** `progress` is told at each tenth how many submissions came, and what time it is. */
  async play(
    sent: readonly Sent[],
    progress: (done: number, now: number) => Promise<void>,
  ): Promise<Outcome> {
    let at = 0;
    let told = 0;
    while (at < sent.length || this.#again.length > 0) {
      const some = sent.slice(at, at + AT_ONCE);
      at += some.length;
      const now = some[0]?.at ?? Math.min(...this.#again.map((one) => one.at));
      const due = this.#again.filter((one) => one.at <= now);
      this.#again = this.#again.filter((one) => one.at > now);
      if (now >= this.#nextVisit) await this.#visit(now);
      const all = [...due.map((one) => ({ ...one, at: now })), ...some];
      for (let i = 0; i < all.length; i += AT_ONCE)
        await Promise.all(all.slice(i, i + AT_ONCE).map((one) => this.#submit(one)));
      const tenth = Math.floor((10 * at) / sent.length);
      if (tenth > told) await progress(at, this.#start + now);
      told = tenth;
    }
    return {
      statuses: this.#statuses,
      refused: this.#refused,
      again: this.#sentAgain,
      late: this.#late,
      failed: this.#failed,
      decisions: this.#decisions,
    };
  }

  async #submit(sent: Sent & { readonly tries?: number }): Promise<void> {
    this.#kinds.set(sent.id, sent);
    const body = { id: sent.id, ...sent.body };
    const now = this.#start + sent.at;
    const send = () => this.#server.send(now, "POST", path("/comments"), body, this.#key);
    const response = await insist(send);
    const seconds = Number(response.headers.get("retry-after"));
    if (response.status < 300) {
      this.#statuses.set(sent.id, ((await response.json()) as Answer).status ?? "");
      return;
    }
    await response.body?.cancel();
    const tries = (sent.tries ?? 0) + 1;
    if (response.status === 429 && seconds > 60) this.#refused.push(sent);
    else if (tries === TRIES) this.#failed++;
    else {
      const at = sent.at + 1000 * (seconds || 1) * tries;
      if (response.status === 429 && at > LAST) this.#late++;
      else {
        this.#sentAgain++;
        this.#again.push({ ...sent, tries, at: Math.min(LAST, at) });
      }
    }
  }

  /** Decides rightly on those that wait longest. */
  async #visit(now: number): Promise<void> {
    this.#nextVisit = now + VISIT_EVERY;
    const waiting = [...this.#statuses].filter(([, status]) => status === "pending").slice(0, DECISIONS);
    for (const [id] of waiting) {
      const decision = isSpam(this.#kinds.get(id)?.kind ?? "crude") ? "spam" : "approve";
      const response = await this.#server.send(
        this.#start + now,
        "POST",
        path(`/comments/${id}/decision`),
        { decision, by: "moderator" },
        this.#key,
      );
      const body = (await response.json()) as Answer;
      if (response.status !== 200) continue;
      this.#decisions++;
      this.#statuses.set(id, body.status ?? "");
    }
  }
}

/** A kept connection may close as it is used again; a repeat is the same submission. */
async function insist(send: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (failure) {
      if (tries === CONNECTIONS) throw failure;
      await new Promise((resolve) => setTimeout(resolve, 100 * tries));
    }
  }
}
