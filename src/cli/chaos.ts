import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Event } from "../contract/decision.ts";
import type { Answer } from "../contract/verdict.ts";
import { call, callUntilAnswered } from "./client.ts";
import { demoComments } from "./demo-comments.ts";
import { exitOnSignals, freePort, type Service, startService } from "./service.ts";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, seconds: { type: "string", default: "2" } },
});
const rounds = Number(values.rounds);
const seconds = Number(values.seconds);
if (!(rounds >= 1 && rounds <= 100) || !(seconds > 0 && seconds <= 60)) {
  console.error("--rounds is 1 to 100, --seconds (of each round) up to 60.");
  process.exit(2);
}

const WRITERS = 8;
const TOKEN = "chaos-admin-token-of-forty-characters-000";
const KEY = "chaoskey1234";

/** What the service acknowledged, by comment. */
const acknowledged = new Map<string, Answer>();
const decided = new Map<string, "approve" | "spam" | "discard">();
let retried = 0;
let stopping = false;

const folder = mkdtempSync(join(tmpdir(), "hamlet-chaos-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
exitOnSignals();
const secrets = join(folder, "secrets");
writeFileSync(
  secrets,
  `ADMIN_TOKEN="${TOKEN}"\nHAMLET_SECRET="chaos-secret-of-more-than-thirty-two"\nDEMO_SITE_KEY="${KEY}"\n`,
);
const options = { port: await freePort(), state: join(folder, "state"), secrets };
let service: Service = await startService(options);
const url = service.url;
try {
  await callUntilAnswered(url, TOKEN, "POST", "/v1/sites", {
    id: "demo",
    name: "Chaos",
    hosts: ["blog.example"],
  });
  const writers = Array.from({ length: WRITERS }, (_, i) => write(i));
  for (let round = 1; round <= rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await service.crash();
    console.log(
      `round ${round}: killed workerd with ${acknowledged.size} comments and ${decided.size} decisions acknowledged`,
    );
    service = await startService(options);
  }
  stopping = true;
  await Promise.all(writers);
  process.exitCode = (await count()) ? 0 : 1;
} finally {
  await service.stop();
}
process.exit();

/** Submits and decides without a pause; what got no answer is sent again with the same id until it has one. */
async function write(writer: number): Promise<void> {
  for (let n = 0; !stopping; n++) {
    const id = `w${writer}-${n}`;
    const { about: _, ...comment } = demoComments[
      (writer + n) % demoComments.length
    ] as (typeof demoComments)[number];
    const { body } = await insist<Answer>("POST", "/v1/sites/demo/comments", {
      id,
      ...comment,
      content: words(writer * 1000 + n),
    });
    acknowledged.set(id, body);
    if (body.status !== "pending") continue;
    const decision = (["approve", "spam", "discard"] as const)[n % 3] as "approve";
    await insist("POST", `/v1/sites/demo/comments/${id}/decision`, { decision, by: `writer ${writer}` });
    decided.set(id, decision);
  }
}

async function insist<T>(method: string, path: string, body: unknown): Promise<{ status: number; body: T }> {
  for (;;) {
    try {
      const reply = await call<T>(url, KEY, method, path, body);
      // A decision on a comment that is still in the inbox is told to wait for it, and so does this.
      if (reply.status < 300) return reply;
      if (reply.status < 500 && reply.status !== 404)
        throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
      await fetch(`${url}/__scheduled`).catch(() => undefined);
    } catch (failure) {
      if (failure instanceof Error && failure.message.startsWith("POST")) throw failure;
    }
    retried++;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Some words that no other comment has, so that nothing is held against one for being like another. */
function words(n: number): string {
  return Array.from({ length: 8 }, (_, i) => ((n + 1) * 2654435761 * (i + 1)).toString(36)).join(" ");
}

/** Counts by the API what is there of all that was acknowledged. True: nothing lost, nothing doubled. */
async function count(): Promise<boolean> {
  await fetch(`${url}/__scheduled`);
  const events = await allEvents();
  const places = { approve: "published", spam: "spam", discard: "discarded" } as const;
  let lost = 0;
  let misplaced = 0;
  let lostDecisions = 0;
  let doubled = 0;
  for (const [id, answer] of acknowledged) {
    const { status, body } = await callUntilAnswered<Answer>(
      url,
      KEY,
      "GET",
      `/v1/sites/demo/comments/${id}`,
    );
    const decision = decided.get(id);
    const of = events.filter((event) => event.comment === id && event.decision !== null);
    if (status !== 200) lost++;
    else if (body.status !== (decision ? places[decision] : answer.status)) misplaced++;
    if (decision && of.length === 0) lostDecisions++;
    if (of.length > 1) doubled++;
  }
  const unknown = await unacknowledged();
  console.log(`
comments acknowledged     ${acknowledged.size}
  lost                    ${lost}
  in a wrong status       ${misplaced}
decisions acknowledged    ${decided.size}
  lost                    ${lostDecisions}
  taken twice             ${doubled}
requests sent again       ${retried}
second copies (~2)        ${unknown}
workerd killed            ${rounds} times`);
  return lost + misplaced + lostDecisions + doubled + unknown === 0;
}

async function allEvents(): Promise<Event[]> {
  const events: Event[] = [];
  for (let since = 0; ; ) {
    const { body } = await callUntilAnswered<{ events: Event[]; next: number }>(
      url,
      KEY,
      "GET",
      `/v1/sites/demo/decisions?since=${since}&limit=500`,
    );
    if (body.events.length === 0) return events;
    events.push(...body.events);
    since = body.next;
  }
}

/** Comments stored a second time under an id of Hamlet's making. */
async function unacknowledged(): Promise<number> {
  let copies = 0;
  for (const id of acknowledged.keys()) {
    const { status } = await callUntilAnswered(url, KEY, "GET", `/v1/sites/demo/comments/${id}~2`);
    if (status === 200) copies++;
  }
  return copies;
}
