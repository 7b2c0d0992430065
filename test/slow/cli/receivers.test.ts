import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort, ROOT, type Service, startService } from "../../../src/cli/service.ts";
import type { SiteWithSecrets } from "../../../src/contract/site.ts";

const TOKEN = "receiver-admin-token-of-forty-characters-0";
const folder = mkdtempSync(join(tmpdir(), "hamlet-receivers-"));
const docs = readFileSync(join(ROOT, "docs/delivery.md"), "utf8");
/** A receiver as the documentation shows it. */
const receiver = (language: string) =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(docs)?.[1] ?? "";

let service: Service;
let site: SiteWithSecrets;
const call = async <T>(key: string, method: string, path: string, body?: unknown): Promise<T> => {
  const response = await fetch(`${service.url}/v1/sites${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
};

beforeAll(async () => {
  const secrets = join(folder, "secrets");
  writeFileSync(
    secrets,
    `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="receiver-secret-of-more-than-thirty-two"\nALLOW_LOCAL_TARGETS="true"\n`,
  );
  service = await startService({ port: await freePort(), state: join(folder, "state"), secrets });
  site = await call(TOKEN, "POST", "", { id: "blog" });
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Caught {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A blog that keeps what it is sent and answers as told; `next` resolves with the next request. */
async function aBlog(): Promise<{
  url: string;
  next: () => Promise<Caught>;
  answers: number[];
  server: Server;
}> {
  const caught: Caught[] = [];
  const waiting: ((one: Caught) => void)[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const one = { path: request.url ?? "", headers: request.headers, body };
    const taker = waiting.shift();
    if (taker) taker(one);
    else caught.push(one);
    response.writeHead(answers.shift() ?? 204, { location: "/elsewhere" }).end();
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const next = () => {
    const one = caught.shift();
    return one ? Promise.resolve(one) : new Promise<Caught>((resolve) => waiting.push(resolve));
  };
  return { url: `http://127.0.0.1:${port}/hook`, next, answers, server };
}

describe("a receiver built on the standardwebhooks library alone", () => {
  it("accepts a redirected, refused and repeated delivery, with either secret, and rejects a forged and an old one", async () => {
    const blog = await aBlog();
    try {
      await call(TOKEN, "PATCH", "/blog", { webhook: blog.url });
      const { deliverySecret } = await call<SiteWithSecrets>(TOKEN, "POST", "/blog/keys");
      const content = "Interesting, thanks for sharing. More on http://some-blog.example.net/page";
      await call(site.key, "POST", "/blog/comments", { id: "c1", content, author: { name: "Kim" } });
      blog.answers.push(302, 500);
      for (const decision of ["approve", "undo", "spam"])
        await call(site.key, "POST", "/blog/comments/c1/decision", { decision });
      const redirected = await blog.next();
      await call(site.key, "POST", "/blog/comments/c1/replay");
      const refused = await blog.next();
      const paths = [redirected.path, refused.path];
      expect(paths).toEqual(["/hook", "/hook"]);
      for (const { body, headers } of [redirected, refused])
        for (const secret of [site.deliverySecret, deliverySecret])
          expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
            type: "comment.spam",
            data: { site: "blog", id: "c1", status: "spam", decision: "spam", by: "blog" },
          });
      const { body, headers } = refused as { body: string; headers: Record<string, string> };
      const webhook = new Webhook(deliverySecret);
      expect(() => webhook.verify(body.replace("spam", "ham"), headers)).toThrow("No matching signature");
      const old = { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) - 301) };
      expect(() => webhook.verify(body, old)).toThrow("too old");
    } finally {
      blog.server.close();
    }
  });
});

describe("the receivers in docs/delivery.md", () => {
  const started: ChildProcess[] = [];
  afterAll(() => {
    for (const child of started) child.kill();
  });
  /** Starts a receiver; answers its address when it takes connections. */
  const start = async (command: string, args: string[], port: number) => {
    const child = spawn(command, args, {
      env: {
        ...process.env,
        HAMLET_DELIVERY_SECRET: site.deliverySecret,
        STATUSES: join(folder, "statuses"),
      },
      stdio: ["ignore", "inherit", "ignore"],
    });
    started.push(child);
    const url = `http://127.0.0.1:${port}/`;
    await vi.waitFor(() => fetch(url), { timeout: 60_000 });
    return url;
  };
  const php = spawnSync("php", ["--version"]).status === 0;

  const receivers = {
    async js() {
      const port = await freePort();
      // Beside the packages, where it finds the library.
      const file = join(ROOT, `node_modules/.receiver-${port}.mjs`);
      const setStatus = `import { appendFileSync } from "node:fs";\nconst setStatus = (id, status) => appendFileSync(process.env.STATUSES, \`js \${id} \${status}\\n\`);\n`;
      writeFileSync(file, setStatus + receiver("js").replace("3000", String(port)));
      const url = await start(process.execPath, [file], port);
      rmSync(file);
      return url;
    },
    async php() {
      const port = await freePort();
      const file = join(folder, "receiver.php");
      const setStatus = `<?php function set_status($id, $status) { file_put_contents(getenv('STATUSES'), "php $id $status\\n", FILE_APPEND); } ?>`;
      writeFileSync(file, setStatus + receiver("php"));
      return start("php", ["-S", `127.0.0.1:${port}`, file], port);
    },
  };

  it.skipIf(!php).each(["js", "php"] as const)(
    "take a delivery and refuse a forged one: %s",
    async (language) => {
      const url = await receivers[language]();
      const id = `made-${language}`;
      const body = JSON.stringify({ type: "comment.published", data: { id, status: "published" } });
      const at = new Date();
      const post = async (signature: string, time = at) => {
        const response = await fetch(url, {
          method: "POST",
          body,
          headers: {
            "webhook-id": id,
            "webhook-timestamp": String(Math.floor(time.getTime() / 1000)),
            "webhook-signature": signature,
          },
        });
        return response.status;
      };
      const webhook = new Webhook(site.deliverySecret);
      const good = webhook.sign(id, at, body);
      const late = new Date(at.getTime() - 400_000);
      expect([
        await post(`v1,AAAA ${good}`),
        await post("v1,AAAA"),
        await post(webhook.sign(id, late, body), late),
      ]).toEqual([204, 401, 401]);
      const statuses = readFileSync(join(folder, "statuses"), "utf8").split("\n");
      expect(statuses.filter((line) => line.includes(id))).toEqual([`${language} ${id} published`]);
    },
  );
});
