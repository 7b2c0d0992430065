import { noUse, plus } from "../../contract/plan.ts";
import worker, { DirectoryObject as Directory, SiteObject as Site } from "../../index.ts";
import { queueStanding } from "../../service/integrity.ts";
import {
  advance,
  countRows,
  dueAlarms,
  limitedKv,
  limitedRate,
  nearestAlarm,
  quotas,
  setAlarm,
  startWith,
} from "./platform.ts";

/** The Worker as it is deployed, on a platform whose clock the flood turns and whose quotas are the free plan's. */

type FloodEnv = Omit<Env, "SITE"> & {
  readonly SITE: DurableObjectNamespace<SiteObject>;
  readonly ALREADY: Parameters<typeof startWith>[0];
};

const limited = (env: FloodEnv): FloodEnv => ({
  ...env,
  QUEUE: limitedKv(env.QUEUE),
  KEY_RATE: limitedRate(),
  LOGIN_RATE: limitedRate(),
});

/** Makes an object's storage count its rows, and keep its alarm by the turned clock. */
function meter(state: DurableObjectState, name: string): void {
  const { storage } = state;
  const { sql } = storage;
  const exec = sql.exec.bind(sql);
  sql.exec = ((statement: string, ...values: unknown[]) =>
    countRows(statement, () => exec(statement, ...values))) as never;
  storage.setAlarm = async (at) => setAlarm(name, Number(at));
  storage.getAlarm = async () => nearestAlarm(name);
  storage.deleteAlarm = async () => setAlarm(name, null);
}

export class SiteObject extends Site {
  readonly #state: DurableObjectState;

  constructor(state: DurableObjectState, env: FloodEnv) {
    meter(state, state.id.toString());
    super(state, limited(env));
    this.#state = state;
  }

  ring(): Promise<void> {
    return this.alarm();
  }

  /** What is stored, what the site says of itself, and what was taken of the quotas. */
  state() {
    const { sql } = this.#state.storage;
    const rows = sql.exec<{ id: string; status: string }>("SELECT id, status FROM comments");
    const nobody = { version: 0 } as never;
    return {
      comments: rows.toArray().map(({ id, status }): [string, string] => [id, status]),
      bytes: sql.databaseSize,
      counts: this.counts(nobody),
      health: this.health(nobody),
      spent: quotas(),
    };
  }
}

export class DirectoryObject extends Directory {
  constructor(state: DurableObjectState, env: FloodEnv) {
    meter(state, "directory");
    super(state, env as never);
  }
}

let started = false;

/** What was taken before the flood was taken by a neighbour, another site of the account. */
async function begin(env: FloodEnv, now: number): Promise<void> {
  started = true;
  startWith(env.ALREADY);
  const directory = env.DIRECTORY.get(env.DIRECTORY.idFromName("directory"));
  await directory.reportUse("neighbour", plus(noUse, env.ALREADY), {}, now);
}

export default {
  async fetch(request, env, context) {
    const now = Number(request.headers.get("x-now"));
    advance(now);
    if (!started) await begin(env, now);
    for (const name of dueAlarms()) await env.SITE.get(env.SITE.idFromString(name)).ring();
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/state/")) {
      const site = pathname.slice("/state/".length);
      const keys = await queueStanding(env.QUEUE, site, []);
      return Response.json({
        ...(await env.SITE.get(env.SITE.idFromName(site)).state()),
        inQueue: keys.inQueue,
      });
    }
    return worker.fetch(request as never, limited(env), context);
  },
} satisfies ExportedHandler<FloodEnv>;
