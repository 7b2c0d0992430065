import { command } from "../cli/command.ts";
import { demoComments } from "../cli/demo/comments.ts";
import { exitOnSignals } from "../cli/service.ts";
import { MOST_LINES } from "../contract/import.ts";
import { freePlan } from "../contract/plan.ts";
import { table, whole } from "./bench/table.ts";
import { makeSite, path, type Server, startServer } from "./flood/server.ts";
import { folderForWorkers, TOKEN } from "./worker.ts";

/** How many comments a day the free plan carries, from what comments of each kind were measured to take from intake to purge. */
const EACH = 300;
/** Held comments that come first on their day, and are not counted: they are brought on their way one by one, as on a day with few. */
const FIRST = 20;
/** Calls of an import that are measured. */
const CALLS = 5;
const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** A moderator at work takes so long for one, seconds. */
const DECIDING = 3;
/** The record of a decision goes after a year. */
const LIFE = 400;

const PLAIN =
  "I think the second loop never runs, because `i` starts at 10. Did you mean `i < 20`? I tried it with gcc ";
const BLATANT =
  "Great post! Visit my site http://cheap-casino.example.com/bonus for free casino bonus <a href='http://cheap-casino.example.com/bonus'>casino</a> ";

interface Kind {
  readonly settings: object;
  readonly comment: (i: number) => object;
  readonly decided: boolean;
  /** As far apart as on a day that uses the plan up, seconds. */
  readonly apart: number;
}

const kinds: Readonly<Record<string, Kind>> = {
  published: {
    settings: {},
    comment: (i) => ({ content: PLAIN + i, author: { name: "Ada Bauer" } }),
    decided: false,
    apart: 5,
  },
  held: {
    settings: { holdFirstTimers: true },
    comment: (i) => ({ ...demoComments[i % 8], about: undefined, content: `${PLAIN}${i}` }),
    decided: true,
    apart: 36,
  },
  blatant: {
    settings: { holdFirstTimers: false },
    comment: (i) => ({
      content: BLATANT + i,
      author: { name: "best online casino", url: "http://cheap-casino.example.com/bonus" },
    }),
    decided: false,
    apart: 5,
  },
};

interface Cost {
  readonly rows: number;
  readonly alarms: number;
  readonly kvWrites: number;
  readonly kvReads: number;
}

command({
  call: "npm run plan",
  about: `Prints how many comments a day the free plan carries, from what comments of each kind were measured to take from intake
to purge, in workerd with the plan's quotas and a clock that is turned by hand.`,
  examples: ["npm run plan"],
  exits: { 0: "all was measured", 1: "it could not be built, or a comment did not go where it should" },
});

const folder = folderForWorkers("plan");
exitOnSignals();
let now = Date.UTC(2026, 0, 1);
const server = await startServer(folder, {});
try {
  const key = await makeSite(server, now);
  const costs: Record<string, Cost> = {};
  for (const [name, kind] of Object.entries(kinds)) costs[name] = await measure(server, key, name, kind);
  print(costs);
  const kept = await measureKept(server);
  console.log(`\nA comment of the past that is kept for readers: ${kept.toFixed(2)} rows.`);
} finally {
  await server.end();
}
process.exit();

/** Lets the first of a kind come, be brought on their way, and go. */
async function first({ send }: Server, key: string, come: (id: string) => Promise<void>): Promise<void> {
  const ids = Array.from({ length: FIRST }, (_, i) => `first-${i}`);
  for (const id of ids) await come(id);
  now += MINUTE;
  await send(now, "GET", "/health");
  for (const id of ids) await send(now, "DELETE", path(`/comments/${id}`), undefined, key);
  now += 10 * MINUTE;
  await send(now, "GET", "/health");
}

/** Lets comments of a kind come, be decided, told and purged; answers what one took. */
async function measure(server: Server, key: string, name: string, kind: Kind): Promise<Cost> {
  const { send, state } = server;
  await send(now, "PATCH", path(""), kind.settings, TOKEN);
  await pass(1);
  let came = 0;
  const come = async (id: string) => {
    now += kind.apart * SECOND;
    const made = await send(now, "POST", path("/comments"), { id, ...kind.comment(came++) }, key);
    const { status } = (await made.json()) as { status: string };
    if (status !== { published: "published", held: "pending", blatant: "spam" }[name])
      throw new Error(`${id} is ${status}`);
  };
  if (kind.decided) await first(server, key, come);
  const before = (await state(now)).spent;
  for (let i = 0; i < EACH; i++) await come(`${name}-${i}`);
  const taken = (await state(now)).spent;
  for (let i = 0; kind.decided && i < EACH; i++) {
    now += DECIDING * SECOND;
    await send(now, "POST", path(`/comments/${name}-${i}/decision`), { decision: "approve" }, key);
  }
  const alive = (await state(now + MINUTE)).spent;
  await pass(LIFE);
  const after = await state(now);
  if (after.comments.length > 0) throw new Error(`${after.comments.length} comments were not purged`);
  // The days that pass in between have their own few rows, whatever came on them.
  await pass(LIFE);
  const idle = (await state(now)).spent;
  const all = after.spent.rowsWritten - before.rowsWritten - (idle.rowsWritten - after.spent.rowsWritten);
  const alarms = alive.alarmRows - before.alarmRows;
  return {
    rows: (all - alarms) / EACH,
    alarms: alarms / EACH,
    kvWrites: (alive.kvWrites - before.kvWrites) / EACH,
    kvReads: (taken.kvReads - before.kvReads) / EACH,
  };
}

/** Brings in comments of the past as an import does, and keeps them; answers the rows that one takes. */
async function measureKept({ send, state }: Server): Promise<number> {
  await send(now, "PATCH", path(""), { form: true }, TOKEN);
  const before = (await state(now)).spent;
  for (let call = 0; call < CALLS; call++) {
    const lines = Array.from({ length: MOST_LINES }, (_, i) =>
      JSON.stringify(pastLine(call * MOST_LINES + i)),
    );
    const brought = await send(now, "POST", path("/history?keep=true"), lines.join("\n"), TOKEN);
    const { kept } = (await brought.json()) as { kept: number };
    if (kept !== MOST_LINES) throw new Error(`${kept} of ${MOST_LINES} comments of the past were kept`);
  }
  const after = (await state(now)).spent;
  return (after.rowsWritten - before.rowsWritten) / (CALLS * MOST_LINES);
}

function pastLine(i: number): object {
  return {
    source: "wordpress",
    id: String(i),
    label: "ham",
    comment: {
      content: PLAIN + i,
      post: { url: `https://blog.example/posts/${i % 50}/` },
      author: { name: "Ada Bauer", email: `ada${i}@mail.example` },
      submittedAt: new Date(now - (CALLS * MOST_LINES - i) * MINUTE).toISOString(),
    },
  };
}

async function pass(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    now += DAY;
    for (const minutes of [0, 1, 2]) await server.send(now + minutes * MINUTE, "GET", "/health");
  }
  now += 3 * MINUTE;
}

function print(costs: Readonly<Record<string, Cost>>): void {
  const kindsOf = Object.entries(costs).map(([name, { rows, alarms, kvWrites, kvReads }]) => [
    name,
    rows.toFixed(2),
    alarms.toFixed(2),
    kvWrites.toFixed(2),
    kvReads.toFixed(2),
  ]);
  table(
    "What a comment takes, from intake to purge",
    ["", "rows", "alarms set", "KV writes", "KV reads"],
    kindsOf,
  );
  const [published, held] = [costs.published, costs.held].map((cost) =>
    cost ? cost.rows + cost.alarms : 0,
  ) as [number, number];
  console.log(
    "\n| held for a person | comments a day | of them held | KV carries of those |\n|---|---|---|---|",
  );
  for (const share of [0, 0.02, 0.05, 0.1, 0.2, 0.5, 1]) {
    const comments = Math.floor(freePlan.rowsWritten / (published * (1 - share) + held * share));
    const waiting = Math.floor(comments * share);
    const carried = waiting === 0 ? "–" : whole(Math.min(waiting, freePlan.kvWrites));
    console.log(`| ${share * 100} % | ${whole(comments)} | ${whole(waiting)} | ${carried} |`);
  }
}
