import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Miniflare, type Request, Response } from "miniflare";
import { endWorkerdsOnExit } from "../cli/processes.ts";
import { ROOT } from "../cli/service.ts";

/** The owner's token and the demo site's key of a Worker that is started here. */
export const TOKEN = "lab-admin-token-of-more-than-forty-characters";
export const KEY = "labdemokey12";

/** A request by a connection of its own: workerd ends one that has been idle, just as the next request may be on its way. */
export const fetchAlone = (
  url: string,
  { headers, ...rest }: RequestInit = {},
): Promise<globalThis.Response> =>
  fetch(url, { ...rest, headers: { ...(headers as Record<string, string>), connection: "close" } });

/**
 * The answer to a request that is sent again where none came. A body that is refused half-way costs its connection, and requests that
 * take such connections up again go unread: each try is rid of one. Fails with the last failure; a request that timed out is not sent again.
 */
export async function answered<T>(send: () => Promise<T>, tries: number): Promise<T> {
  try {
    return await send();
  } catch (failure) {
    if (tries <= 1 || (failure as Error).name === "TimeoutError") throw failure;
    return answered(send, tries - 1);
  }
}

/** What every Worker of one Miniflare is started with: addressed directly, as Miniflare's own entry is slow. */
export const common = {
  compatibilityDate: "2026-04-21",
  modules: true,
  unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
};

const UNLIMITED = { simple: { limit: 1_000_000, period: 60 } };

interface Options {
  /** Bindings on top of the secrets. */
  readonly bindings?: object;
  /** Members of the Worker's own settings on top. */
  readonly worker?: object;
  /** Workers beside it. */
  readonly beside?: readonly object[];
  /** Members of Miniflare's settings on top. */
  readonly server?: object;
}

/** What the lab reads of a running Miniflare; its own types know nothing of the Worker's methods. */
export interface Server {
  unsafeGetDirectURL(worker: string): Promise<URL>;
  getInspectorURL(): Promise<URL>;
  getDurableObjectNamespace(
    binding: string,
    worker: string,
  ): Promise<{
    idFromName(name: string): unknown;
    get(id: unknown): { health(record: { version: number }): Promise<{ today: { rowsWritten: number } }> };
  }>;
  getKVNamespace(
    binding: string,
    worker: string,
  ): Promise<{ list(options: { prefix: string }): Promise<{ keys: readonly { name: string }[] }> }>;
  dispose(): Promise<void>;
}

export interface Started {
  readonly server: Server;
  /** Where the Worker answers, without a slash at the end. */
  readonly url: string;
}

/** A new folder for this process, which goes with it: after the workerds below it, as they may write to the last. */
export function folderForWorkers(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hamlet-${name}-`));
  endWorkerdsOnExit();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

const ASSETS = join(ROOT, "src/ui/assets");

/** The files that the Worker serves as they are, as the platform hands them to it. */
async function asset({ url }: Request): Promise<Response> {
  const path = join(ASSETS, basename(new URL(url).pathname));
  return existsSync(path) ? new Response(readFileSync(path)) : new Response(null, { status: 404 });
}

/** Starts a built Worker in workerd on loopback, with its objects and its KV in a folder. */
export async function startWorker(
  script: string,
  folder: string,
  { bindings = {}, worker = {}, beside = [], server: more = {} }: Options = {},
): Promise<Started> {
  const server = new Miniflare({
    cf: false,
    kvPersist: `${folder}/kv`,
    durableObjectsPersist: `${folder}/do`,
    ...more,
    workers: [
      {
        ...common,
        name: "hamlet",
        script: readFileSync(script, "utf8"),
        kvNamespaces: ["QUEUE"],
        serviceBindings: { ASSETS: asset },
        durableObjects: {
          SITE: { className: "SiteObject", useSQLite: true },
          DIRECTORY: { className: "DirectoryObject", useSQLite: true },
        },
        ratelimits: { KEY_RATE: UNLIMITED, LOGIN_RATE: UNLIMITED },
        bindings: {
          ADMIN_TOKEN: TOKEN,
          HAMLET_SECRET: "lab-secret-of-more-than-thirty-two-characters",
          DEMO_SITE_KEY: KEY,
          ...bindings,
        },
        ...worker,
      },
      ...beside,
    ],
  } as unknown as ConstructorParameters<typeof Miniflare>[0]) as unknown as Server;
  return { server, url: (await server.unsafeGetDirectURL("hamlet")).origin };
}
