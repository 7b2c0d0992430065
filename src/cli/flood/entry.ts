import type { Bindings } from "../../bindings.ts";
import worker, { DirectoryObject as Directory, SiteObject as Site } from "../../index.ts";
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

type Env = Omit<Bindings, "SITE"> & {
  readonly SITE: DurableObjectNamespace<SiteObject>;
  readonly ALREADY: Parameters<typeof startWith>[0];
};

const limited = (env: Env): Env => ({
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

  constructor(state: DurableObjectState, env: Env) {
    meter(state, state.id.toString());
    super(state, limited(env));
    this.#state = state;
  }

  ring(): Promise<void> {
    return this.alarm();
  }

  /** Every comment with its status, and how large the database is in bytes. */
  audit(): { comments: [string, string][]; bytes: number } {
    const rows = this.#state.storage.sql.exec<{ id: string; status: string }>(
      "SELECT id, status FROM comments",
    );
    return {
      comments: rows.toArray().map(({ id, status }) => [id, status]),
      bytes: this.#state.storage.sql.databaseSize,
    };
  }

  spent(): ReturnType<typeof quotas> {
    return quotas();
  }
}

export class DirectoryObject extends Directory {
  constructor(state: DurableObjectState, env: Env) {
    meter(state, "directory");
    super(state, env as never);
  }
}

let started = false;

export default {
  async fetch(request, env, context) {
    if (!started) startWith(env.ALREADY);
    started = true;
    advance(Number(request.headers.get("x-now")));
    for (const name of dueAlarms()) await env.SITE.get(env.SITE.idFromString(name)).ring();
    return worker.fetch(request as never, limited(env), context);
  },
} satisfies ExportedHandler<Env>;
