import { SingleBar } from "cli-progress";
import type { Imported, ImportReport } from "../../contract/import.ts";
import { MAX_IMPORT_BYTES, MOST_LINES } from "../../contract/import.ts";
import { callUntilAnswered } from "../client.ts";
import { Refusal } from "../command.ts";
import type { PutAside, Sourced } from "./in-order.ts";

/** Where the comments go. */
interface Destination {
  readonly base: string;
  readonly token: string;
  readonly site: string;
}

/** What came of it, over all calls. */
interface Sent {
  taught: number;
  weak: number;
  known: number;
  kept: number;
  elsewhere: number;
  readonly skipped: string[];
}

/**
 * Sends comments in order, some at a time. A comment is known by its source and id, so that after a break all may be sent
 * again: nothing is learned twice. `keeps`: what was published is also kept, for the readers of the blog's pages.
 */
export async function send(comments: PutAside, to: Destination, keeps: boolean): Promise<Sent> {
  const bar = new SingleBar({ format: "{bar} {value}/{total}  {eta_formatted} left", hideCursor: true });
  const sent: Sent = { taught: 0, weak: 0, known: 0, kept: 0, elsewhere: 0, skipped: [] };
  const stop = () => bar.stop();
  // A bar that is broken off would leave the terminal without a cursor.
  process.once("exit", stop);
  bar.start(comments.size, 0);
  try {
    for (const batch of batchesOf(comments.linesInOrder())) {
      const { taught, weak, known, kept, elsewhere, skipped } = await post(batch, to, keeps);
      sent.taught += taught;
      sent.weak += weak;
      sent.known += known;
      sent.kept += kept;
      sent.elsewhere += elsewhere;
      for (const { line, reason } of skipped) sent.skipped.push(`${idOf(batch[line - 1])}: ${reason}`);
      bar.increment(batch.length);
    }
  } finally {
    stop();
    process.off("exit", stop);
  }
  return sent;
}

const idOf = (line: string | undefined) => (line ? (JSON.parse(line) as Sourced).id : "?");

/** So many lines that a call takes them. */
function* batchesOf(lines: Iterable<string>): Generator<string[]> {
  let batch: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const length = Buffer.byteLength(line) + 1;
    if (batch.length === MOST_LINES || (batch.length > 0 && bytes + length > MAX_IMPORT_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += length;
  }
  if (batch.length > 0) yield batch;
}

async function post(
  lines: readonly string[],
  { base, token, site }: Destination,
  keeps: boolean,
): Promise<Imported> {
  const path = `/v1/sites/${encodeURIComponent(site)}/history${keeps ? "?keep=true" : ""}`;
  const reply = await callUntilAnswered<Imported & { detail?: string }>(
    base,
    token,
    "POST",
    path,
    lines.join("\n"),
  );
  if (reply.status === 200) return reply.body;
  throw new Refusal(`The site ${site} took no more: status ${reply.status}, ${reply.body?.detail ?? ""}`, 1);
}

/** What every history of the site brought, as people read it. */
export async function reportLines({ base, token, site }: Destination): Promise<string[]> {
  const path = `/v1/sites/${encodeURIComponent(site)}/history`;
  const { body } = await callUntilAnswered<{ imports: ImportReport[]; suspects: number }>(
    base,
    token,
    "GET",
    path,
  );
  const looks =
    body.suspects === 0
      ? []
      : [`${body.suspects} comments whose label is doubtful wait for a look: ${base}/sites/${site}/imports`];
  return [...body.imports.flatMap(linesOf), ...looks];
}

function linesOf({ source, trial, quarters, presets }: ImportReport): string[] {
  const { comments, seen, ham, hamRejected, spam, spamPublished } = trial;
  return [
    `${source}: of ${comments} comments, each judged before it was learned, you would have seen ${seen}; ${hamRejected} of ${ham} good ones would have been stopped, ${spamPublished} of ${spam} spams published.`,
    ...quarters.map(
      (quarter, i) =>
        `  quarter ${i + 1}: ${quarter.comments} comments, ${quarter.seen} seen, ${quarter.hamRejected} good stopped, ${quarter.spamPublished} spams published`,
    ),
    ...Object.entries(presets).map(
      ([setting, under]) =>
        `  set to ${setting}: ${under.seen} seen, ${under.hamRejected} good stopped, ${under.spamPublished} spams published`,
    ),
  ];
}
