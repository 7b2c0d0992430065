import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { call, callUntilAnswered } from "../../../src/cli/client.ts";
import { freePort, ROOT, type Service, startService } from "../../../src/cli/service.ts";
import type { ImportReport } from "../../../src/contract/import.ts";
import type { BackupPage } from "../../../src/contract/upkeep.ts";

const TOKEN = "killed-admin-token-of-forty-characters-00";
const COMMENTS = 4000;
const folder = mkdtempSync(join(tmpdir(), "hamlet-killed-"));
const history = join(folder, "history.zip");
/** Where the command puts aside what it reads. */
const aside = join(folder, "aside");
let options: Parameters<typeof startService>[0];
let service: Service;

/** A history with a third of spam, each text its own. */
function lineOf(n: number): string {
  const spam = n % 3 === 0;
  const content = spam
    ? `Cheap pills ${n}, order at http://pills${n % 40}.example/buy before the night is over`
    : `Loop ${n} of your listing never ends here, since counter ${n * 7} starts at ${n % 90}. Did you try it?`;
  const submittedAt = new Date(Date.UTC(2015, 0, 1) + n * 3_600_000).toISOString();
  return JSON.stringify({ id: String(n), label: spam ? "spam" : "ham", content, submittedAt });
}

beforeAll(async () => {
  mkdirSync(aside);
  const lines = Array.from({ length: COMMENTS }, (_, n) => lineOf(n)).join("\n");
  writeFileSync(history, zipSync({ "history.jsonl": new TextEncoder().encode(lines) }));
  const secrets = join(folder, "secrets");
  writeFileSync(secrets, `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="killed-secret-of-more-than-thirty-two"\n`);
  options = { port: await freePort(), state: join(folder, "state"), secrets, quiet: true };
  service = await startService(options);
  for (const id of ["whole", "killed", "broken-off"])
    await callUntilAnswered(service.url, TOKEN, "POST", "/v1/sites", { id, url: "https://blog.example" });
  expect(await endOf(bringing("whole"))).toEqual([0, null]);
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const bringing = (site: string): ChildProcess =>
  spawn(
    process.execPath,
    ["--import", "tsx", "src/cli/import.ts", "--site", site, "--url", service.url, history],
    {
      cwd: ROOT,
      env: { ...process.env, ADMIN_TOKEN: TOKEN, TMPDIR: aside },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
const putAside = () => readdirSync(aside).filter((name) => name.startsWith("hamlet-import-"));
const endOf = async (child: ChildProcess) => (await once(child, "exit")) as [number | null, string | null];

/** What a site says of its history; undefined: it has none yet, or does not answer. */
async function report(site: string): Promise<ImportReport | undefined> {
  const path = `/v1/sites/${site}/history`;
  const reply = await call<{ imports: ImportReport[] }>(service.url, TOKEN, "GET", path).catch(
    () => undefined,
  );
  return reply?.body.imports[0];
}

/** Resolves once so many comments were taught, or the command has ended. */
async function taught(site: string, n: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && ((await report(site))?.taught ?? 0) < n)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Resolves once there is something on the disk, or the command has ended. */
async function untilPutAside(child: ChildProcess): Promise<void> {
  while (child.exitCode === null && putAside().length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** What the site has learned, and of the history what does not hang on when it was brought in. */
async function learned(site: string): Promise<object> {
  const kept = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const path = `/v1/sites/${site}/backup${query}`;
    const { body }: { body: BackupPage } = await callUntilAnswered(service.url, TOKEN, "GET", path);
    const { page, next } = body;
    if (page !== null && ["learned", "lessons", "import_parts"].includes(page.table)) kept.push(page);
    cursor = next ?? undefined;
  } while (cursor !== undefined);
  const { begun: _, ...told } = (await report(site)) as ImportReport;
  return { kept, told };
}

it("an import in whose middle the command and the service are killed teaches nothing twice and misses nothing", async () => {
  for (const n of [400, 1000]) {
    const command = bringing("killed");
    await taught("killed", n, command);
    command.kill("SIGKILL");
    expect(await endOf(command)).toEqual([null, "SIGKILL"]);
  }
  for (const folder of putAside()) rmSync(join(aside, folder), { recursive: true });
  const command = bringing("killed");
  for (const n of [1800, 2800]) {
    await taught("killed", n, command);
    await service.crash();
    service = await startService(options);
  }
  expect(await endOf(command)).toEqual([0, null]);
  expect(await learned("killed")).toEqual(await learned("whole"));
  expect((await report("killed"))?.taught).toBe(COMMENTS);
});

it("an import that is broken off leaves nothing on the disk, says how it goes on, and does", async () => {
  for (const [signal, code, n] of [
    ["SIGTERM", 143, 0],
    ["SIGINT", 130, 400],
  ] as const) {
    const command = bringing("broken-off");
    let said = "";
    command.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    await untilPutAside(command);
    await taught("broken-off", n, command);
    command.kill(signal);
    expect(await endOf(command)).toEqual([code, null]);
    expect([said.trim(), putAside()]).toEqual([
      "Broken off. The same command again goes on: what was learned is not learned twice.",
      [],
    ]);
  }
  expect(await endOf(bringing("broken-off"))).toEqual([0, null]);
  expect(await learned("broken-off")).toEqual(await learned("whole"));
});
