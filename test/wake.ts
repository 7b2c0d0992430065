import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

/** Half the time after which an object sleeps to which nobody speaks. */
const OFTEN = 5_000;

let woken = Number.NEGATIVE_INFINITY;

/** Keeps every object awake that stores something: `reset()` empties no other. */
export async function wakeAll(): Promise<void> {
  if (performance.now() - woken < OFTEN) return;
  woken = performance.now();
  await env.QUEUE.list({ limit: 1 });
  for (const namespace of [env.SITE, env.DIRECTORY] as readonly DurableObjectNamespace[])
    for (const id of await listDurableObjectIds(namespace))
      await runInDurableObject(namespace.get(id), () => undefined);
}
