import { call } from "../../cli/client.ts";
import { demoComments } from "../../cli/demo/comments.ts";
import type { Answer } from "../../contract/verdict.ts";

/** Comments a second are enough; the blog is told of at most four decisions a second. */
const PAUSE = 60;
const decisions = ["approve", "spam", "discard"] as const;

export type Decision = (typeof decisions)[number];

/** A client that never gives up: what got no answer is sent again with the same id until it has one. */
export class Client {
  /** What the service acknowledged, by comment. */
  readonly acknowledged = new Map<string, Answer>();
  /** Acknowledged decisions, in order: one, or two where the first was changed. */
  readonly decided = new Map<string, readonly Decision[]>();
  retried = 0;
  #stopping = false;
  readonly #url: string;
  readonly #key: string;

  constructor(url: string, key: string) {
    this.#url = url;
    this.#key = key;
  }

  stop(): void {
    this.#stopping = true;
  }

  /** Submits, decides on every third that waits, and changes every fourth decision. */
  async run(writer: number): Promise<void> {
    for (let n = 0; !this.#stopping; n++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      const id = `w${writer}-${n}`;
      const { about: _, ...comment } = demoComments[
        (writer + n) % demoComments.length
      ] as (typeof demoComments)[number];
      const content = words(writer * 100_000 + n);
      const { body } = await this.#insist<Answer>("POST", "/v1/sites/demo/comments", {
        id,
        ...comment,
        content,
      });
      this.acknowledged.set(id, body);
      if (body.status === "pending" && n % 3 === 0) await this.#decide(id, n, writer);
    }
  }

  async #decide(id: string, n: number, writer: number): Promise<void> {
    const path = `/v1/sites/demo/comments/${id}/decision`;
    const by = `writer ${writer}`;
    const first = decisions[n % 2] as Decision;
    const { body } = await this.#insist<Answer>("POST", path, { decision: first, by });
    this.decided.set(id, [first]);
    if (n % 4 !== 0) return;
    const second: Decision = "discard";
    await this.#insist("POST", path, { decision: second, by, revision: body.revision });
    this.decided.set(id, [first, second]);
  }

  async #insist<T>(method: string, path: string, body: unknown): Promise<{ status: number; body: T }> {
    for (;;) {
      const reply = await call<T>(this.#url, this.#key, method, path, body).catch(() => undefined);
      // A decision on a comment that is still in the inbox is told to wait for it, and so does this.
      if (reply && reply.status < 300) return reply;
      if (reply && reply.status < 500 && reply.status !== 404)
        throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
      if (reply) await fetch(`${this.#url}/__scheduled`).catch(() => undefined);
      this.retried++;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Some words that no other comment has, so that nothing is held against one for being like another. */
function words(n: number): string {
  return Array.from({ length: 8 }, (_, i) => ((n + 1) * 2654435761 * (i + 1)).toString(36)).join(" ");
}
