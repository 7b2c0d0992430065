import { type AkismetCall, toldSpam } from "../../contract/akismet.ts";
import type { Caller, Intake, Submitted } from "../../contract/intake.ts";
import type { Site } from "../site.ts";

/** Calls kept for the owner to look at. */
const MOST = 30;
/** Written down at most so often, milliseconds: a comment must not cost a row more for it. */
const EVERY = 60_000;
const LONGEST_NAME = 200;

/** The last calls by Akismet's protocol. What came in the last minute before a crash may be missing. */
export class AkismetCalls {
  readonly #site: Site;
  #calls: AkismetCall[];
  #saved = 0;

  constructor(site: Site) {
    this.#site = site;
    this.#calls = site.meta.akismetCalls;
  }

  /** The newest first. */
  get all(): readonly AkismetCall[] {
    return this.#calls;
  }

  note(call: AkismetCall): void {
    this.#calls = [{ ...call, client: call.client.slice(0, LONGEST_NAME) }, ...this.#calls].slice(0, MOST);
    if (call.at - this.#saved < EVERY) return;
    this.#saved = call.at;
    this.#site.meta.akismetCalls = this.#calls;
  }

  /** A comment-check and what came of it; nothing, if it came by Hamlet's own protocol. */
  noteCheck(intake: Intake, { client, key }: Caller, submitted: Submitted): void {
    if (client === undefined || key === null) return;
    const answer = submitted.ok
      ? String(toldSpam(submitted.answer, this.#site.record.settings))
      : submitted.reason;
    const call = intake.test ? "comment-check (test)" : "comment-check";
    this.note({ at: intake.arrived, call, client, key, answer });
  }
}
