import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import type { SiteRecord } from "../../directory/record.ts";
import type { Counts, Health } from "../../site/view.ts";
import { build } from "../bench/bundle.ts";
import { ROOT } from "../service.ts";

export const TOKEN = "flood-admin-token-of-forty-characters-000";
const SITE = "flooded";

/** The site object's methods that the flood calls itself, past HTTP. */
export interface FloodedObject {
  audit(): Promise<{ comments: [string, string][]; bytes: number }>;
  spent(): Promise<Record<"rowsWritten" | "kvWrites" | "kvDeletes" | "kvLists" | "refusedByKv", number>>;
  health(record: Pick<SiteRecord, "version">): Promise<Health>;
  counts(record: Pick<SiteRecord, "version">): Promise<Counts>;
}

/** What is used of a running Miniflare: its own types know nothing of the Worker's methods. */
interface Running {
  unsafeGetDirectURL(worker: string): Promise<URL>;
  getDurableObjectNamespace(
    binding: string,
    worker: string,
  ): Promise<{ idFromName(name: string): unknown; get(id: unknown): FloodedObject }>;
  getKVNamespace(
    binding: string,
    worker: string,
  ): Promise<{
    list(options: { prefix: string; cursor?: string }): Promise<{
      keys: readonly unknown[];
      list_complete: boolean;
      cursor?: string;
    }>;
  }>;
  dispose(): Promise<void>;
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
  readonly site: FloodedObject;
  /** The site's keys in the approval queue. */
  readonly queued: () => Promise<number>;
  readonly end: () => Promise<void>;
}

/** Starts the flood's Worker in workerd on loopback; the blog takes every event. */
export async function startServer(
  folder: string,
  already: Readonly<Record<string, number>>,
): Promise<Server> {
  const script = build(join(folder, "bundle"), join(ROOT, "src/cli/flood/entry.ts"));
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
  } as unknown as ConstructorParameters<typeof Miniflare>[0]) as unknown as Running;
  const base = await server.unsafeGetDirectURL("hamlet");
  const namespace = await server.getDurableObjectNamespace("SITE", "hamlet");
  const kv = await server.getKVNamespace("QUEUE", "hamlet");
  return {
    send: (now, method, path, body, key = TOKEN) =>
      fetch(new URL(path, base), {
        method,
        headers: { "x-now": String(now), authorization: `Bearer ${key}`, "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    site: namespace.get(namespace.idFromName(SITE)),
    async queued() {
      let keys = 0;
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await kv.list({ prefix: `queue/${SITE}/`, ...(cursor && { cursor }) });
        keys += page.keys.length;
        more = !page.list_complete;
        cursor = page.cursor;
      }
      return keys;
    },
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
