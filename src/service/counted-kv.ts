import type { Use } from "../contract/use.ts";

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
