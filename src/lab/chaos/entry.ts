import worker, { SiteObject as Site } from "../../index.ts";

/** The Worker as it is deployed, on a platform that misbehaves: KV fails by spells, site objects abort in mid-work. */

export { DirectoryObject } from "../../index.ts";

type ChaosEnv = Omit<Env, "SITE"> & { readonly SITE: DurableObjectNamespace<SiteObject> };

/** Of each seven seconds KV fails two. */
const SPELL = 7_000;
const FAILING = 2_000;
/** One request in so many aborts the site object. */
const ABORT_ONCE_IN = 150;

let calm = false;

const failing = () => !calm && Date.now() % SPELL < FAILING;

function moody(kv: KVNamespace): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) =>
        failing()
          ? Promise.reject(new Error(`KV ${String(name)} failed: 500 Internal Server Error`))
          : Reflect.apply(value, target, given);
    },
  });
}

export class SiteObject extends Site {
  readonly #state: DurableObjectState;

  constructor(state: DurableObjectState, env: ChaosEnv) {
    super(state, { ...env, QUEUE: moody(env.QUEUE) } as never);
    this.#state = state;
  }

  abort(): void {
    this.#state.abort("chaos");
  }
}

export default {
  async fetch(request, env, context) {
    if (new URL(request.url).pathname === "/calm") {
      calm = true;
      return new Response("calm");
    }
    if (!calm && Math.random() < 1 / ABORT_ONCE_IN) {
      const aborted = env.SITE.get(env.SITE.idFromName("demo")).abort();
      context.waitUntil(Promise.resolve(aborted).catch(() => undefined));
    }
    return worker.fetch(request as never, { ...env, QUEUE: moody(env.QUEUE) } as never, context);
  },
  scheduled: (controller, env, context) =>
    worker.scheduled(controller, { ...env, QUEUE: moody(env.QUEUE) } as never, context),
} satisfies ExportedHandler<ChaosEnv>;
