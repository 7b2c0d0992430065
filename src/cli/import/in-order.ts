import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Past } from "./past.ts";

/** A comment of a history with the system that it comes from: with its id that says which comment it is. */
export interface Sourced extends Past {
  readonly source: string;
}

/**
 * Comments put aside on the disk, to be read again in order of time: children stand before their parents in many exports, and
 * a site learns as it went. Only an index is in memory.
 */
export class PutAside {
  readonly #folder = mkdtempSync(join(tmpdir(), "hamlet-import-"));
  readonly #file = openSync(join(this.#folder, "comments.jsonl"), "w+");
  /** By number in the order they came: time, and place in the file. */
  #times = new Float64Array(1024);
  #places = new Float64Array(1024);
  #size = 0;
  #length = 0;

  get size(): number {
    return this.#size;
  }

  add(past: Sourced): void {
    const line = Buffer.from(JSON.stringify(past));
    writeSync(this.#file, line);
    if (this.#size + 1 >= this.#times.length) {
      this.#times = grown(this.#times);
      this.#places = grown(this.#places);
    }
    // What has no time goes first: it may not judge what is newer.
    const { submittedAt } = past.comment ?? {};
    this.#times[this.#size] = submittedAt ? Date.parse(submittedAt) : (past.lesson?.at ?? 0);
    this.#places[this.#size++] = this.#length;
    this.#length += line.length;
    this.#places[this.#size] = this.#length;
  }

  /** Oldest first; of the same time in the order they came. */
  *inOrder(): Generator<Sourced> {
    const times = this.#times;
    const order = Uint32Array.from({ length: this.#size }, (_, i) => i).sort(
      (a, b) => (times[a] as number) - (times[b] as number) || a - b,
    );
    for (const i of order) {
      const from = this.#places[i] as number;
      const line = Buffer.alloc((this.#places[i + 1] as number) - from);
      readSync(this.#file, line, 0, line.length, from);
      yield JSON.parse(line.toString("utf8")) as Sourced;
    }
  }

  /** Removes what was put aside. */
  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function grown(numbers: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const more = new Float64Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
