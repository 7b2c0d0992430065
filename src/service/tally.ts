import type { Use } from "../contract/plan.ts";
import type { DirectoryObject } from "../directory/directory-object.ts";
import { remembers } from "../platform/isolate.ts";
import type { Remote } from "../platform/stub.ts";

const counted: Readonly<Partial<Record<string | symbol, keyof Use>>> = {
  get: "kvReads",
  getWithMetadata: "kvReads",
  put: "kvWrites",
  delete: "kvDeletes",
  list: "kvLists",
};

/** A KV namespace that tells of each operation the plan counts. */
export function countedKv(kv: KVNamespace, count: (kind: keyof Use) => void): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      const kind = counted[name];
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (kind) count(kind);
        return Reflect.apply(value, target, given);
      };
    },
  });
}

/** Reads of KV of which so many are told at once: each telling is a call of the directory. */
const READS_AT_ONCE = 100;
/** Reads by this isolate that nobody was told of yet; they are lost with it. */
let untoldReads = 0;
remembers(() => {
  untoldReads = 0;
});

/**
 * What one request took of the plan outside the site objects; few do. Told to the directory when it is done,
 * reads alone not before they are many.
 */
export class Tally {
  readonly #directory: () => Remote<DirectoryObject>;
  #part: Partial<Record<keyof Use, number>> = {};

  constructor(directory: () => Remote<DirectoryObject>) {
    this.#directory = directory;
  }

  count(kind: keyof Use): void {
    this.#part[kind] = (this.#part[kind] ?? 0) + 1;
  }

  /** Undefined: there is nothing to be told now. Lost when the directory does not answer: it is a count of cost, not of comments. */
  tell(now: number): Promise<void> | undefined {
    const { kvReads = 0, ...rest } = this.#part;
    this.#part = {};
    untoldReads += kvReads;
    if (Object.keys(rest).length === 0 && untoldReads < READS_AT_ONCE) return undefined;
    const part = { ...rest, ...(untoldReads > 0 && { kvReads: untoldReads }) };
    untoldReads = 0;
    return this.#directory()
      .addUse(part, now)
      .catch(() => undefined);
  }
}
