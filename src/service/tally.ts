import type { Use } from "../contract/use.ts";
import type { DirectoryObject } from "../directory/directory-object.ts";
import type { Remote } from "../platform/stub.ts";

/**
 * What one request took of the plan outside the site objects; few do. Told to the directory when it is done.
 */
export class Tally {
  readonly #directory: Remote<DirectoryObject>;
  #part: Partial<Record<keyof Use, number>> = {};

  constructor(directory: Remote<DirectoryObject>) {
    this.#directory = directory;
  }

  count(kind: keyof Use): void {
    this.#part[kind] = (this.#part[kind] ?? 0) + 1;
  }

  /** Lost when the directory does not answer: it is a count of cost, not of comments. */
  async tell(now: number): Promise<void> {
    const part = this.#part;
    if (Object.keys(part).length === 0) return;
    this.#part = {};
    await this.#directory.addUse(part, now).catch(() => undefined);
  }
}
