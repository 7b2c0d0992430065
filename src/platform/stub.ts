type Method = (...given: never[]) => unknown;

/** A Durable Object as its callers see it: each of its methods, answered by a promise. */
export type Remote<T> = {
  readonly [K in keyof T as T[K] extends Method ? K : never]: T[K] extends (...given: infer A) => infer R
    ? (...given: A) => Promise<Awaited<R>>
    : never;
};

/**
 * The object of a name. The platform's own type of a stub describes disposal and pipelining, which plain data does
 * not need, and hides the plain data behind it.
 */
export function remote<T extends Rpc.DurableObjectBranded>(
  namespace: DurableObjectNamespace<T>,
  name: string,
): Remote<T> {
  return namespace.get(namespace.idFromName(name)) as unknown as Remote<T>;
}

/** The one directory object. */
export const directoryObject = (namespace: Env["DIRECTORY"]) => remote(namespace, "directory");
