import { join } from "node:path";
import { ROOT } from "../../cli/service.ts";
import type { Counts, Health } from "../../contract/views.ts";
import { build } from "../bench/bundle.ts";
import { startWorker, TOKEN } from "../worker.ts";

const SITE = "flooded";

/** What the flood's entry tells when the day is over. */
interface State {
  readonly comments: readonly (readonly [id: string, status: string])[];
  /** Of the site's database. */
  readonly bytes: number;
  readonly counts: Counts;
  readonly health: Health;
  readonly spent: Readonly<
    Record<
      "rowsWritten" | "alarmRows" | "kvReads" | "kvWrites" | "kvDeletes" | "kvLists" | "refusedByKv",
      number
    >
  >;
  /** Keys in the approval queue. */
  readonly inQueue: number;
}

export interface Server {
  /** A request at a time of the turned clock. */
  readonly send: (
    now: number,
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<Response>;
  readonly state: (now: number) => Promise<State>;
  readonly end: () => Promise<void>;
}

/** Starts the flood's Worker in workerd on loopback; the blog takes every event. */
export async function startServer(
  folder: string,
  already: Readonly<Record<string, number>>,
): Promise<Server> {
  const script = build(join(folder, "bundle"), join(ROOT, "src/lab/flood/entry.ts"));
  const outboundService = () => new Response("taken");
  // The entry's own rate counts by the turned clock.
  const worker = { outboundService, ratelimits: {} };
  const { server, url } = await startWorker(script, folder, { bindings: { ALREADY: already }, worker });
  const send: Server["send"] = (now, method, path, body, key = TOKEN) =>
    fetch(url + path, {
      method,
      headers: { "x-now": String(now), authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  return {
    send,
    state: async (now) => (await send(now, "GET", `/state/${SITE}`)).json() as Promise<State>,
    end: () => server.dispose(),
  };
}

/** Makes the flooded site; answers its key. */
export async function makeSite({ send }: Server, now: number): Promise<string> {
  const response = await send(now, "POST", "/v1/sites", {
    id: SITE,
    name: "A blog under attack",
    hosts: ["blog.example"],
    webhook: "https://blog.example/hamlet",
  });
  if (response.status !== 201) throw new Error(`the site could not be made: ${await response.text()}`);
  return ((await response.json()) as { key: string }).key;
}

export const path = (rest: string): string => `/v1/sites/${SITE}${rest}`;
