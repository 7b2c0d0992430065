import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import {
  type BackupWriter,
  BrokenBackup,
  readBackup,
  BackupWriter as Writer,
} from "../../../src/cli/backup/backup-file.ts";
import { callUntilAnswered } from "../../../src/cli/client.ts";
import { freePort, ROOT, type Service, startService } from "../../../src/cli/service.ts";
import type { SiteWithSecrets } from "../../../src/contract/site.ts";

const TOKEN = "backup-admin-token-of-forty-characters-00";
let folder: string;
let service: Service;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hamlet-backup-"));
  const secrets = join(folder, "secrets");
  writeFileSync(secrets, `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="backup-secret-of-more-than-thirty-two"\n`);
  service = await startService({
    port: await freePort(),
    state: join(folder, "state"),
    secrets,
    quiet: true,
  });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const run = (command: "backup" | "restore", ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(ROOT, `src/cli/${command}.ts`), ...args, "--url", service.url],
    { encoding: "utf8", cwd: ROOT, env: { ...process.env, ADMIN_TOKEN: TOKEN } },
  );
  return { status, stdout, stderr };
};
const owner = <T>(method: string, path: string, body?: unknown) =>
  callUntilAnswered<T>(service.url, TOKEN, method, path, body);
/** Waits until KV was told of all that waits for a person: a backup wants a site that writes nothing meanwhile. */
const quiet = () =>
  vi.waitFor(
    async () => {
      const { body } = await owner<{ toTell: number }>("GET", "/v1/sites/blog/integrity");
      expect(body.toTell).toBe(0);
    },
    { timeout: 120_000, interval: 200 },
  );
/** A backup's lines without when it was made, and so without its checksum; the queue in KV is told anew. */
const content = (file: string) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(0, -1)
    .map((line) => ({ ...JSON.parse(line), made: undefined }))
    .filter(({ table }) => table !== "outbox");

describe("backup and restore", () => {
  it("by command bring a site back as it was, with its key, and refuse what is broken or in the way", async () => {
    const made = await owner<SiteWithSecrets>("POST", "/v1/sites", { id: "blog", name: "Blog" });
    const submit = (id: string, content: string) =>
      callUntilAnswered(service.url, made.body.key, "POST", "/v1/sites/blog/comments", {
        id,
        content,
        author: { name: "Kim" },
      });
    for (let i = 0; i < 5; i++)
      await submit(`c${i}`, `Is this the ${i}th of them? “Ünïcode” 日本語 http://blog-${i}.example.net`);
    await callUntilAnswered(service.url, made.body.key, "POST", "/v1/sites/blog/comments/c0/decision", {
      decision: "spam",
    });
    const [file, again] = [join(folder, "blog.backup"), join(folder, "again.backup")];
    await quiet();
    expect(run("backup", "blog", file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("the site blog, "),
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).not.toContain(made.body.key);

    expect(run("restore", file)).toMatchObject({ status: 1, stderr: expect.stringContaining("--force") });
    const broken = join(folder, "broken.backup");
    writeFileSync(broken, readFileSync(file, "utf8").replace("Ünïcode", "Unicode"));
    expect(run("restore", broken, "--force")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("its checksum does not fit"),
    });
    expect((await owner("DELETE", "/v1/sites/blog")).status).toBe(204);
    expect(run("restore", file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("The site blog is back"),
    });
    expect(
      (await submit("c1", "Is this the 1th of them? “Ünïcode” 日本語 http://blog-1.example.net")).status,
    ).toBe(200);
    await quiet();
    expect(run("backup", "blog", again).status).toBe(0);
    const stable = (lines: ReturnType<typeof content>) => lines.filter(({ table }) => table !== "meta");
    expect(stable(content(again))).toEqual(stable(content(file)));
  });

  it("say what is wrong with their arguments", () => {
    expect(run("backup", "blog")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("npm run backup"),
    });
    expect(run("backup", "nowhere", join(folder, "x"))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("There is no such site."),
    });
    expect(run("restore")).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run restore") });
  });
});

describe("a backup's file", () => {
  const site = { record: { id: "x" }, keys: [] } as unknown as Parameters<BackupWriter["header"]>[0];
  const write = (name: string) => {
    const file = join(folder, name);
    writeFileSync(file, "");
    const writer = new Writer((line) => appendFileSync(file, line));
    writer.header(site, new Date(0));
    writer.page({ table: "meta", columns: ["name", "value"], rows: [["a", "line\u2028with\nends"]] });
    writer.seal();
    return file;
  };
  const read = async (file: string) => {
    const lines = [];
    for await (const line of readBackup(file)) lines.push(line);
    return lines;
  };

  it("is read as it was written", async () => {
    expect(await read(write("good"))).toEqual([
      { hamlet: "backup", format: 1, made: "1970-01-01T00:00:00.000Z", site },
      { table: "meta", columns: ["name", "value"], rows: [["a", "line\u2028with\nends"]] },
    ]);
  });

  it.each([
    ["a changed letter", (text: string) => text.replace('"a"', '"b"')],
    [
      "a lost line",
      (text: string) =>
        text
          .split("\n")
          .filter((line) => !line.includes("meta"))
          .join("\n"),
    ],
    ["a lost end", (text: string) => text.slice(0, -100)],
    ["no checksum", (text: string) => text.replace(/^.*sha256.*\n/m, "")],
    ["something after the checksum", (text: string) => `${text}{}\n`],
    ["another format", (text: string) => text.replace('"format":1', '"format":2')],
    ["nothing in it", () => ""],
    ["no backup in it", () => "hello\n"],
  ])("with %s is refused", async (name, damage) => {
    const file = write(name.replaceAll(" ", "-"));
    writeFileSync(file, damage(readFileSync(file, "utf8")));
    await expect(read(file)).rejects.toBeInstanceOf(BrokenBackup);
  });
});
