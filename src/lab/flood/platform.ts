import { freePlan } from "../../contract/plan.ts";

/** The free plan's quotas and a clock that is turned by hand. All objects of one workerd share this module. */

let time = 0;
const alarms = new Map<string, number>();
const spent = {
  rowsWritten: 0,
  alarmRows: 0,
  kvReads: 0,
  kvWrites: 0,
  kvDeletes: 0,
  kvLists: 0,
  refusedByKv: 0,
};
const rates = new Map<string, { minute: number; used: number }>();

Date.now = () => time;

export function advance(now: number): void {
  time = Math.max(time, now);
}

/** What was taken of the quotas so far; a part may have been taken before the day's flood began. */
export const quotas = () => ({ ...spent });

export const startWith = (already: Partial<typeof spent>): void => {
  Object.assign(spent, already);
};

/** Takes the alarms out that are due by the turned clock; answers whose they were. */
export function dueAlarms(): string[] {
  const due = [...alarms].filter(([, at]) => at <= time).map(([name]) => name);
  for (const name of due) alarms.delete(name);
  return due;
}

export const nearestAlarm = (name: string): number | null => alarms.get(name) ?? null;

export function setAlarm(name: string, at: number | null): void {
  if (at === null) alarms.delete(name);
  else {
    spent.rowsWritten++;
    spent.alarmRows++;
    alarms.set(name, at);
  }
}

/** Runs a statement and counts its rows; past the quota nothing is written any more, as on the platform. */
export function countRows<T extends { readonly rowsWritten: number }>(statement: string, run: () => T): T {
  const writes = /^\s*(?:INSERT|UPDATE|DELETE)/i.test(statement);
  if (writes && spent.rowsWritten >= freePlan.rowsWritten)
    throw new Error("Exceeded allowed rows written in Durable Objects free tier.");
  const cursor = run();
  spent.rowsWritten += cursor.rowsWritten;
  return cursor;
}

const kvQuota = {
  put: ["kvWrites", freePlan.kvWrites],
  delete: ["kvDeletes", freePlan.kvDeletes],
  list: ["kvLists", freePlan.kvLists],
} as const;

/** What KV answered for a key, until when by the turned clock: its edge cache. Values only: a promise is its request's own. */
const cached = new Map<string, { readonly until: number; readonly value: unknown }>();

async function fromCache(key: string, seconds: number, read: () => Promise<unknown>): Promise<unknown> {
  const known = cached.get(key);
  if (known && known.until > time) return known.value;
  const value = await read();
  cached.set(key, { until: time + 1000 * seconds, value });
  return value;
}

/** KV that fails as the platform's does when a day's operations are used up. */
export function limitedKv(kv: KVNamespace): KVNamespace {
  return new Proxy(kv, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name, target);
      if (typeof method !== "function") return method;
      const quota = kvQuota[name as keyof typeof kvQuota];
      return (...given: unknown[]) => {
        const call = (): Promise<unknown> => Reflect.apply(method, target, given);
        const { cacheTtl } = (given[1] ?? {}) as { cacheTtl?: number };
        if (name === "get" || name === "getWithMetadata") spent.kvReads++;
        if (!quota) return cacheTtl === undefined ? call() : fromCache(String(given[0]), cacheTtl, call);
        if (name !== "list") cached.delete(String(given[0]));
        const [kind, most] = quota;
        if (spent[kind] >= most) {
          spent.refusedByKv++;
          return Promise.reject(new Error(`KV ${String(name)}() limit exceeded for the day.`));
        }
        spent[kind]++;
        return call();
      };
    },
  });
}

/** 600 a minute for each key, by the turned clock. */
export const limitedRate = (): RateLimit => ({
  async limit({ key }) {
    const minute = Math.floor(time / 60_000);
    const known = rates.get(key);
    const used = (known?.minute === minute ? known.used : 0) + 1;
    rates.set(key, { minute, used });
    return { success: used <= 600 };
  },
});
