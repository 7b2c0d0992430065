import type { Result, Router } from "hono/router";
import { RegExpRouter } from "hono/router/reg-exp-router";
import { SmartRouter } from "hono/router/smart-router";
import { TrieRouter } from "hono/router/trie-router";

/** Addresses with a word of ours where others have a name, or a colon within a word, which one pattern for all cannot tell apart. */
const AMBIGUOUS = /^\/(?:queue\/[^/]+|sites\/[^/]+\/keys)\/.|:batch$/;

/**
 * Finds what a request goes through by one pattern for all addresses, but for the few that are searched step by step: to search
 * some hundred routes takes longer than all else of a refusal.
 */
export class QuickRouter<T> implements Router<T> {
  readonly name = "QuickRouter";
  readonly quick = new SmartRouter<T>({ routers: [new RegExpRouter(), new TrieRouter()] });
  readonly #steps = new TrieRouter<T>();

  add(method: string, path: string, handler: T): void {
    const isForAll = path.includes("*");
    if (isForAll || AMBIGUOUS.test(path)) this.#steps.add(method, path, handler);
    if (isForAll || !AMBIGUOUS.test(path)) this.quick.add(method, path, handler);
  }

  match(method: string, path: string): Result<T> {
    return (AMBIGUOUS.test(path) ? this.#steps : this.quick).match(method, path);
  }
}
