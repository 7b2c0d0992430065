import type { Use } from "../contract/use.ts";
import { directoryObject } from "../directory/directory.ts";
import type { DirectoryObject } from "../directory/directory-object.ts";

/** What one request took of the plan outside the site objects; few do. Told to the directory when it is done. */
export class Tally {
  readonly #directory: DurableObjectNamespace<DirectoryObject>;
  #part: Partial<Record<keyof Use, number>> = {};

  constructor(directory: DurableObjectNamespace<DirectoryObject>) {
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
    await directoryObject(this.#directory)
      .addUse(part, now)
      .catch(() => undefined);
  }
}
