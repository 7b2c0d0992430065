import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { ROOT } from "../../cli/service.ts";
import type { Counts, Health } from "../../contract/views.ts";
import { build } from "../bench/bundle.ts";

export const TOKEN = "flood-admin-token-of-forty-characters-000";
const SITE = "flooded";

/** What the flood's entry tells when the day is over. */
export interface State {
  readonly comments: readonly (readonly [id: string, status: string])[];
  /** Of the site's database. */
  readonly bytes: number;
  readonly counts: Counts;
  readonly health: Health;
  readonly spent: Readonly<
    Record<"rowsWritten" | "alarmRows" | "kvWrites" | "kvDeletes" | "kvLists" | "refusedByKv", number>
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
  const server = new Miniflare({
    cf: false,
    kvPersist: join(folder, "kv"),
    durableObjectsPersist: join(folder, "do"),
    workers: [
      {
        name: "hamlet",
        compatibilityDate: "2026-04-21",
        modules: true,
        script: readFileSync(script, "utf8"),
        unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
        kvNamespaces: ["QUEUE"],
        durableObjects: {
          SITE: { className: "SiteObject", useSQLite: true },
          DIRECTORY: { className: "DirectoryObject", useSQLite: true },
        },
        outboundService: () => new Response("taken"),
        bindings: {
          ADMIN_TOKEN: TOKEN,
          HAMLET_SECRET: "flood-secret-of-more-than-thirty-two",
          ALREADY: already,
        },
      },
    ],
  } as unknown as ConstructorParameters<typeof Miniflare>[0]);
  const base = await server.unsafeGetDirectURL("hamlet");
  const send: Server["send"] = (now, method, path, body, key = TOKEN) =>
    fetch(new URL(path, base), {
      method,
      headers: { "x-now": String(now), authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
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
