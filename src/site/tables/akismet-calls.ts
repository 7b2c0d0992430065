import type { AkismetCall } from "../../contract/akismet.ts";
import type { Meta } from "./meta.ts";

/** Calls kept for the owner to look at. */
const MOST = 30;
/** Written down at most so often, milliseconds: a comment must not cost a row more for it. */
const EVERY = 60_000;
const LONGEST_NAME = 200;

/** The last calls by Akismet's protocol. What came in the last minute before a crash may be missing. */
export class AkismetCalls {
  readonly #meta: Meta;
  #calls: AkismetCall[];
  #saved = 0;

  constructor(meta: Meta) {
    this.#meta = meta;
    this.#calls = meta.akismetCalls;
  }

  /** The newest first. */
  get all(): readonly AkismetCall[] {
    return this.#calls;
  }

  note(call: AkismetCall): void {
    this.#calls = [{ ...call, client: call.client.slice(0, LONGEST_NAME) }, ...this.#calls].slice(0, MOST);
    if (call.at - this.#saved < EVERY) return;
    this.#saved = call.at;
    this.#meta.akismetCalls = this.#calls;
  }
}
