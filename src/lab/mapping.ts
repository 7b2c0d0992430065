import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { call } from "../cli/client.ts";
import { command } from "../cli/command.ts";
import { type Row, readRows } from "../cli/reading/labelled.ts";
import { exitOnSignals, freePort, startService } from "../cli/service.ts";
import type { Answer } from "../contract/verdict.ts";
import { FORM, send, type Target } from "./conformance/target.ts";
import { type Sample, wordPressForm } from "./conformance/wordpress.ts";
import { corpusFiles } from "./training/sources.ts";

// Real comments by both protocols to one running service, as tests, so that each is judged alone: score and outcome must be the same.
const MOST = 5000;
const AT_ONCE = 8;
const TOKEN = "mapping-admin-token-of-forty-characters-0";
const KEY = "mappingkey12";
const BLOG = "https://blog.example";

command({
  call: "npm run mapping",
  about: `Sends 5,000 real comments of the corpora beside the project by both protocols to one running service, as tests: score and
outcome must be the same.`,
  examples: ["npm run mapping"],
  exits: { 0: "all were judged the same", 1: "some were not, or the corpora are not there" },
});

const files = corpusFiles().filter((file) => file.includes("/dev/"));
if (files.length === 0) {
  console.error("The corpora are not beside the project; nothing was measured.");
  process.exit(1);
}
const all = files.flatMap(readRows).filter(({ text }) => Buffer.byteLength(text) <= 65_536);
const step = Math.max(1, Math.floor(all.length / MOST));
const rows = all.filter((_, i) => i % step === 0).slice(0, MOST);

const folder = mkdtempSync(join(tmpdir(), "hamlet-mapping-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
exitOnSignals();
const secrets = join(folder, "secrets");
writeFileSync(
  secrets,
  `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="mapping-secret-of-more-than-thirty-two"\nDEMO_SITE_KEY="${KEY}"\n`,
);
const service = await startService({ port: await freePort(), state: join(folder, "state"), secrets });
const bar = new SingleBar({ format: "{bar} {value}/{total}  {eta_formatted} left", hideCursor: true });
const differing: string[] = [];
try {
  const site = { id: "demo", name: "Mapping", url: BLOG, hosts: ["blog.example"] };
  await call(service.url, TOKEN, "POST", "/v1/sites", site);
  const made = await call<{ key: string }>(service.url, TOKEN, "POST", "/v1/sites/demo/keys", {
    scope: "akismet",
  });
  const target: Target = { url: new URL(service.url), key: made.body.key, blog: BLOG };
  bar.start(rows.length, 0);
  const left = [...rows.entries()];
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(left, target)));
} finally {
  bar.stop();
  await service.stop();
}
console.log(`${rows.length} comments by both protocols, ${differing.length} judged differently.`);
for (const line of differing.slice(0, 10)) console.log(line);
process.exit(differing.length === 0 ? 0 : 1);

async function work(left: [number, Row][], target: Target): Promise<void> {
  for (let next = left.shift(); next; next = left.shift()) {
    const [n, row] = next;
    const sample = sampleOf(row, n);
    const [own, theirs] = await Promise.all([
      call<Answer>(service.url, KEY, "POST", "/v1/sites/demo/comments", sample),
      send(target, {
        path: "/1.1/comment-check",
        type: FORM,
        client: "WordPress/7.1 | Akismet/5.7.2",
        body: wordPressForm(sample, target.key, BLOG).toString(),
      }),
    ]);
    const { outcome, score } = own.body;
    const told = [theirs.headers["x-hamlet-outcome"], theirs.headers["x-hamlet-score"]];
    if (told[0] !== outcome || told[1] !== score.toFixed(3))
      differing.push(
        `${row.source} ${n}: ${outcome} ${score?.toFixed(3)} by /v1, ${told.join(" ")} by Akismet's`,
      );
    bar.increment();
  }
}

function sampleOf({ text, author, url }: Row, n: number): Sample {
  const name = author?.trim().slice(0, 256);
  return {
    format: "html",
    test: true,
    content: text,
    post: { url: `${BLOG}/post-${n % 50}` },
    author: {
      ...(name && { name }),
      ...(url?.trim() && { url: url.trim().slice(0, 2048) }),
      userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
    },
  };
}
