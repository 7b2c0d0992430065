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
  /** In the order they came: time, and where the line begins and, as the next one's beginning, ends. */
  readonly #times = new Numbers();
  readonly #places = new Numbers();
  #length = 0;

  constructor() {
    this.#places.push(0);
    this.#removeFolder();
  }

  get size(): number {
    return this.#times.size;
  }

  add(past: Sourced): void {
    const line = Buffer.from(JSON.stringify(past));
    writeSync(this.#file, line);
    // What has no time goes first: it may not judge what is newer.
    const { submittedAt } = past.comment ?? {};
    this.#times.push(submittedAt ? Date.parse(submittedAt) : (past.lesson?.at ?? 0));
    this.#length += line.length;
    this.#places.push(this.#length);
  }

  /** The comments as lines of JSON, oldest first; of the same time in the order they came. */
  *linesInOrder(): Generator<string> {
    const order = new Uint32Array(this.size).map((_, i) => i);
    order.sort((a, b) => this.#times.at(a) - this.#times.at(b) || a - b);
    let room = Buffer.alloc(BLOCK);
    for (const i of order) {
      const from = this.#places.at(i);
      const length = this.#places.at(i + 1) - from;
      // One room for all: a history's worth of buffers would lie about until the memory is tidied.
      if (length > room.length) room = Buffer.alloc(length);
      readSync(this.#file, room, 0, length, from);
      yield room.toString("utf8", 0, length);
    }
  }

  /** The same, parsed. */
  *inOrder(): Generator<Sourced> {
    for (const line of this.linesInOrder()) yield JSON.parse(line) as Sourced;
  }

  /** Removes what was put aside. */
  close(): void {
    closeSync(this.#file);
    this.#removeFolder();
  }

  /** The open file needs no name. Where systems allow it, nothing stays on the disk even when this process is killed. */
  #removeFolder(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // An open file may not be removed here: it is when it is closed.
    }
  }
}

const BLOCK = 16_384;

/** A list of numbers in blocks: none is copied as it grows. */
class Numbers {
  readonly #blocks: Float64Array[] = [];
  size = 0;

  push(number: number): void {
    if (this.size % BLOCK === 0) this.#blocks.push(new Float64Array(BLOCK));
    (this.#blocks.at(-1) as Float64Array)[this.size++ % BLOCK] = number;
  }

  at(place: number): number {
    return this.#blocks[Math.floor(place / BLOCK)]?.[place % BLOCK] as number;
  }
}
