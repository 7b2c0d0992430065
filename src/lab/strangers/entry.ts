import worker from "../../index.ts";
import { pathOf } from "../../platform/address.ts";
import { countedKv } from "../../service/tally.ts";
import { RECEIVED } from "./requests.ts";

/** The Worker as it is deployed, which besides counts what its requests ask of objects and of KV. */
export * from "../../index.ts";

const none = { objects: 0, reads: 0, writes: 0 };
let counts = { ...none };

export default {
  ...worker,
  async fetch(request, env, context) {
    const path = pathOf(request.url);
    if (path.startsWith(RECEIVED)) return new Response(String((await request.arrayBuffer()).byteLength));
    if (path !== "/counted") return worker.fetch(request, counted(env), context);
    const told = counts;
    counts = { ...none };
    return Response.json(told);
  },
} satisfies ExportedHandler<Env>;

let given: Env | undefined;

/** One and the same for all requests, as the platform's own is. */
function counted(env: Env): Env {
  given ??= counting(env);
  return given;
}

const counting = (env: Env): Env => ({
  ...env,
  QUEUE: countedKv(env.QUEUE, (kind) => {
    if (kind === "kvReads") counts.reads++;
    else counts.writes++;
  }),
  SITE: countedObjects(env.SITE),
  DIRECTORY: countedObjects(env.DIRECTORY),
});

/** A namespace whose objects' calls are counted. */
function countedObjects<T extends Rpc.DurableObjectBranded>(
  namespace: DurableObjectNamespace<T>,
): DurableObjectNamespace<T> {
  const counting = (stub: object) =>
    new Proxy(stub, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name, target);
        if (typeof method !== "function") return method;
        return (...given: unknown[]) => {
          counts.objects++;
          return Reflect.apply(method, target, given);
        };
      },
    });
  return new Proxy(namespace, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        const made: unknown = Reflect.apply(member, target, given);
        return name === "get" ? counting(made as object) : made;
      };
    },
  });
}
