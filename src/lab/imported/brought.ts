import { readHistory } from "../../cli/import/read-history.ts";
import type { Labelled } from "../../cli/reading/labelled.ts";
import { arrivalsOf } from "../../cli/replay/arriving.ts";
import { Learning } from "../../cli/replay/learning.ts";
import { PlayedMemory } from "../../cli/replay/played-memory.ts";
import { MOST_LINES } from "../../contract/import.ts";
import { commentOf, sentSubmission } from "../../contract/submission.ts";
import { check } from "../../core/check.ts";
import type { Corpus } from "../../core/classifier/corpus.ts";
import { lesson } from "../../core/classifier/learning.ts";
import type { StarterModel } from "../../core/classifier/starter-model.ts";
import { type Setting, settings } from "../../core/judging/policy.ts";
import { read } from "../../core/reading/subject.ts";

/** What a site knows after an import, and how many comments taught it. */
export interface Brought {
  readonly learning: Learning;
  readonly memory: PlayedMemory;
  readonly comments: number;
}

/** A filter's verdict in an old system teaches so little, as in a site's own import. */
const FILTER_WEIGHT = 0.1;

/** Reads a file as `npm run import` does, and learns it as a site does: a person's word in full, a filter's hardly. */
export async function bringIn(
  path: string,
  {
    starter,
    hosts,
    setting,
  }: { starter: StarterModel | undefined; hosts: readonly string[]; setting: Setting },
): Promise<Brought> {
  const telling = {
    format: undefined,
    encoding: undefined,
    zone: 0,
    blog: undefined,
    only: undefined,
    moved: [],
  };
  const { comments } = await readHistory([path], telling);
  const learning = new Learning(starter);
  const memory = new PlayedMemory();
  const policy = { ...rules, hosts, thresholds: settings[setting] };
  const past = [...comments.inOrder()].flatMap(({ id, label, by, comment }) =>
    comment !== undefined && (label === "ham" || label === "spam") ? [{ id, label, by, comment }] : [],
  );
  comments.close();
  const rows = past.map(({ id, label, comment }, line) => rowOf(id, label, comment, line));
  let known: Corpus = { starter, site: learning.site };
  for (const [i, { row, arriving }] of [...arrivalsOf(rows)].entries()) {
    const { by, label } = past[i] as (typeof past)[number];
    // What came in one call is judged by what was known before it.
    if (i % MOST_LINES === 0) known = { starter, site: learning.site };
    const subject = read(row.comment, policy.hosts);
    const verdict = check(subject, known, memory.look(arriving, subject), policy);
    const weight = by === "person" ? 1 : FILTER_WEIGHT;
    learning.teach(lesson(subject, starter, policy, label, weight), row.at, "import:lab");
    const decision = label === "spam" ? "spam" : "approve";
    memory.keep(arriving, subject, verdict, policy.thresholds, by === "person" ? decision : undefined);
  }
  return { learning, memory, comments: past.length };
}

const rules = { languages: [], holdFirstTimers: false, holdLinks: false, blocked: [], allowed: [] };

function rowOf(id: string, label: string, told: object, line: number): Labelled {
  const sent = sentSubmission.parse(told);
  const at = sent.submittedAt === undefined ? undefined : Date.parse(sent.submittedAt);
  return {
    given: {},
    sent: {},
    id,
    comment: commentOf(sent, at ?? 0),
    at,
    prefix: undefined,
    browser: undefined,
    hosts: [],
    label: label === "spam" ? "spam" : "ham",
    source: "import",
    line,
  };
}
