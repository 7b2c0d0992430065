import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, type Service, startService } from "../../src/cli/service.ts";

export const TOKEN = "browser-admin-token-of-forty-characters-00";
export const KEY = "browserkey12";
export const SECRET = "browser-secret-of-more-than-thirty-two";

/** A running service of a test file's own: free port, empty state, its own secrets. */
export async function aService(): Promise<Service & { clean: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "hamlet-"));
  const secrets = join(folder, "secrets");
  writeFileSync(secrets, `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="${SECRET}"\nDEMO_SITE_KEY="${KEY}"\n`);
  const service = await startService({ port: await freePort(), state: join(folder, "state"), secrets });
  const clean = async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return { ...service, clean };
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
