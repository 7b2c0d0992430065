import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { exitOnSignals, freePort, type Service, startService } from "../../src/cli/service.ts";
import { launch } from "../../src/lab/browser.ts";

export const TOKEN = "browser-admin-token-of-forty-characters-00";
export const KEY = "browserkey12";
export const SECRET = "browser-secret-of-more-than-thirty-two";

/** What many test files share that run one after another in one process; it ends with the process. */
let browser: Promise<Browser | undefined> | undefined;
let service: Promise<Service> | undefined;

/** The browser; undefined: there is none here. */
export const theBrowser = (): Promise<Browser | undefined> => {
  browser ??= launch();
  return browser;
};

let networks = 0;

/** Headers of a network of its own for a page: from one, no more than ten sign-ins and posts a minute are taken. */
export const aNetwork = () => ({ "cf-connecting-ip": `2001:db8:${(++networks).toString(16)}::1` });

/** The service, with no site on it. */
export async function theService(): Promise<Service> {
  service ??= startShared();
  const { url } = await service;
  const { body } = await api(url, TOKEN, "GET", "/v1/sites");
  const { sites } = body as { readonly sites: readonly { readonly id: string }[] };
  for (const { id } of sites) await api(url, TOKEN, "DELETE", `/v1/sites/${id}`);
  return service;
}

async function startShared(): Promise<Service> {
  exitOnSignals((code) => process.exit(code));
  const { folder, ...started } = await start();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return started;
}

/** What a service has that others have not. */
interface More {
  /** Lines for its file of secrets. */
  readonly secrets?: string;
  /** Its settings, where they are not those of wrangler.toml. */
  readonly config?: string;
}

/** A running service of a test file's own. */
export async function aService(more: More = {}): Promise<Service & { clean: () => Promise<void> }> {
  const { folder, ...started } = await start(more);
  const clean = async () => {
    await started.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { ...started, clean };
}

/** Starts a service: free port, empty state, its own secrets. */
async function start({ secrets: lines = "", config }: More = {}): Promise<Service & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "hamlet-"));
  const secrets = join(folder, "secrets");
  writeFileSync(
    secrets,
    `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="${SECRET}"\nDEMO_SITE_KEY="${KEY}"\n${lines}`,
  );
  return {
    folder,
    ...(await startService({
      port: await freePort(),
      state: join(folder, "state"),
      secrets,
      ...(config !== undefined && { config }),
    })),
  };
}

/** One call as the owner or as the demo blog. */
export async function api(
  base: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: never }> {
  const response = await fetch(base + path, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === "" ? undefined : JSON.parse(text)) as never };
}
