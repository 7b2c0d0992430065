import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import type { Answer } from "../contract/verdict.ts";
import { callUntilAnswered, isUp, postComment, secret } from "./client.ts";
import { demoComments } from "./demo/comments.ts";
import { line } from "./demo/table.ts";
import { type Played, printFigures, replayFigures } from "./replay/figures.ts";
import { inDateOrder } from "./replay/order.ts";
import { type Row, readRows } from "./replay/rows.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string", default: `http://localhost:${process.env.PORT ?? 8787}` },
    site: { type: "string", default: "demo" },
    key: { type: "string" },
    "no-decide": { type: "boolean", default: false },
  },
});
const { url, site } = values;
const key = values.key ?? secret("DEMO_SITE_KEY");
const run = Date.now().toString(36);

if (!(await isUp(url))) {
  console.error(`Nothing answers at ${url}. Start Hamlet first: npm start`);
  process.exit(1);
}
const [file] = positionals;
if (file === undefined) await showDemo();
else await playFile(file);

async function showDemo(): Promise<void> {
  const counts = { publish: 0, review: 0, reject: 0 };
  for (const [i, { about, ...comment }] of demoComments.entries()) {
    const { body } = await post({ id: `demo-${run}-${i}`, ...comment });
    counts[body.outcome]++;
    console.log(line(about, comment.content, body));
  }
  console.log(
    `\n${demoComments.length} comments: ${counts.publish} published, ${counts.review} for you, ${counts.reject} rejected.`,
  );
  console.log(`See them at ${url}/queue`);
}

async function post(comment: { id: string }): Promise<{ status: number; body: Answer }> {
  const reply = await postComment(url, key, site, comment);
  if (reply.status >= 300)
    throw new Error(`${comment.id}: status ${reply.status}, ${JSON.stringify(reply.body)}`);
  return reply;
}

/** A labelled file through the real webhook, in order; what is held is decided by its label as it comes. */
async function playFile(path: string): Promise<void> {
  const all = readRows(path);
  const rows = inDateOrder(all.filter((row) => row.label !== "abuse"));
  const bar = new SingleBar({ format: "{bar} {value}/{total}  {eta_formatted} left", hideCursor: true });
  bar.start(rows.length, 0);
  const played: Played[] = [];
  for (const [i, row] of rows.entries()) {
    played.push(await play(row, `file-${run}-${i}`));
    bar.increment();
  }
  bar.stop();
  printFigures(replayFigures(played, all.length - rows.length));
  console.log(`See them at ${url}/queue`);
}

async function play(row: Row, id: string): Promise<Played> {
  const label = row.label as Played["label"];
  const { body } = await post({ id, ...submissionOf(row) } as { id: string });
  if (body.status === "pending" && !values["no-decide"]) {
    const decision = label === "spam" ? "spam" : "approve";
    const path = `/v1/sites/${site}/comments/${id}/decision`;
    const decided = await callUntilAnswered(url, key, "POST", path, { decision, by: "label" });
    if (decided.status >= 300)
      throw new Error(`${id}: the decision was refused with status ${decided.status}`);
  }
  return { label, outcome: body.outcome, score: body.score };
}

function submissionOf({ text, author, url, date }: Row) {
  return {
    content: text,
    author: { ...(author && { name: author.slice(0, 256) }), ...(url && { url: url.slice(0, 2048) }) },
    ...(date && !Number.isNaN(Date.parse(date)) && { submittedAt: new Date(date).toISOString() }),
  };
}
