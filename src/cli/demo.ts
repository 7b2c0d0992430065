import { SingleBar } from "cli-progress";
import type { Answer } from "../contract/verdict.ts";
import { callUntilAnswered, postComment, running, secret, urlOption } from "./client.ts";
import { command, Refusal } from "./command.ts";
import { demoComments } from "./demo/comments.ts";
import { line } from "./demo/table.ts";
import { type Labelled, readLabelled, refuse } from "./reading/labelled.ts";
import { type Played, printFigures, replayFigures } from "./replay/figures.ts";
import { inTimeOrder } from "./replay/order.ts";

const { values, positionals } = command({
  call: "npm run demo",
  takes: { usage: "[FILE]", least: 0, most: 1 },
  about: `Posts forty comments of all kinds to a running Hamlet and shows a table of the verdicts; or a labelled file, as replay reads it,
in order of time, deciding by its label what is held. The demo site's key is taken from DEMO_SITE_KEY or .dev.vars.`,
  options: {
    url: urlOption,
    site: { type: "string", default: "demo", value: "ID", help: "the site (demo)" },
    key: { type: "string", value: "KEY", help: "the site's key" },
    "no-decide": { type: "boolean", default: false, help: "leaves what is held to you" },
    strict: {
      type: "boolean",
      default: false,
      help: "ends at the first line that cannot be read, instead of skipping it",
    },
  },
  examples: ["npm run demo", "npm run demo -- comments.jsonl"],
  exits: {
    0: "all were posted",
    1: "nothing answers there, a comment was refused, or lines could not be read",
  },
});
const { site } = values;
const url = await running(values.url);
const key = values.key ?? secret("DEMO_SITE_KEY");
const run = Date.now().toString(36);
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
    throw new Refusal(`${comment.id}: status ${reply.status}, ${JSON.stringify(reply.body)}`, 1);
  return reply;
}

/** A labelled file through the real webhook, in order; what is held is decided by its label as it comes. */
async function playFile(path: string): Promise<void> {
  const { rows: all, bad } = readLabelled([path], values.strict ? refuse : console.error);
  const rows = inTimeOrder(all.filter((row) => row.label !== "abuse"));
  const bar = new SingleBar({ format: "{bar} {value}/{total}  {eta_formatted} left", hideCursor: true });
  bar.start(rows.length, 0);
  const played: Played[] = [];
  for (const [i, row] of rows.entries()) {
    played.push(await play(row, `file-${run}-${i}`));
    bar.increment();
  }
  bar.stop();
  printFigures(replayFigures(played, all.length + bad - rows.length));
  if (bad > 0) process.exitCode = 1;
  console.log(`See them at ${url}/queue`);
}

async function play(row: Labelled, id: string): Promise<Played> {
  const label = row.label as Played["label"];
  const { body } = await post({ ...row.sent, id });
  if (body.status === "pending" && !values["no-decide"]) {
    const decision = label === "spam" ? "spam" : "approve";
    const path = `/v1/sites/${site}/comments/${id}/decision`;
    const decided = await callUntilAnswered(url, key, "POST", path, { decision, by: "label" });
    if (decided.status >= 300)
      throw new Refusal(`${id}: the decision was refused with status ${decided.status}`, 1);
  }
  return { label, outcome: body.outcome, score: body.score };
}
