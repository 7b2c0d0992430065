import { command } from "../cli/command.ts";
import { Learning } from "../cli/replay/learning.ts";
import { PlayedMemory } from "../cli/replay/played-memory.ts";
import { check } from "../core/check.ts";
import { lesson } from "../core/classifier/learning.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { decisions } from "../core/judging/decision.ts";
import type { Policy } from "../core/judging/policy.ts";
import type { Outcome } from "../core/judging/verdict.ts";
import type { History } from "../core/memory/history.ts";
import { read } from "../core/reading/subject.ts";
import { table } from "./bench/table.ts";
import { noRules } from "./no-rules.ts";
import { campaigns, type Event, normalTraffic } from "./simulation/traffic.ts";

command({
  call: "npm run simulate",
  about: `Plays campaigns of spam among a week of normal comments through the very code of a site, and prints what each caught and
cost, beside the same without history.`,
  examples: ["npm run simulate"],
  exits: { 0: "all were played", 1: "a fault" },
});

/** Plays campaigns among normal traffic through the very code of a site, and prints what each caught and cost. */
const policy: Policy = { ...noRules, hosts: ["blog.example"] };

type Tally = Record<Outcome, number>;
const none = (): Tally => ({ publish: 0, review: 0, reject: 0 });

/** A site in memory: what the site object does between intake and decision, without its tables. */
class Site {
  readonly #corpus = new Learning(loadStarter());
  readonly #memory = new PlayedMemory();
  #n = 0;

  /** `history` false: the same, blind to all that happened before. */
  take({ comment, mail, prefix, at, spam }: Event, history: boolean): Outcome {
    const id = String(this.#n++);
    const subject = read(comment, policy.hosts);
    const network = { prefix: [prefix] };
    const arriving = { id, comment, hash: comment.content, mail, network, arrived: at };
    const past = history ? this.#memory.look(arriving, subject) : blind(at);
    const verdict = check(subject, this.#corpus, past, policy);
    const decision = verdict.outcome !== "review" ? undefined : spam ? "spam" : "approve";
    this.#memory.keep(arriving, subject, verdict, policy.thresholds, decision);
    if (decision)
      this.#corpus.teach(lesson(subject, this.#corpus.starter, policy, decisions[decision].teaches, 1));
    return verdict.outcome;
  }
}

const blind = (now: number): History => ({
  now,
  samePostsToday: 0,
  nearSpam: 0,
  nearPublished: 0,
  domains: [],
  surge: false,
});

/** One campaign among a week's normal traffic. */
function run(campaign: readonly Event[], history: boolean): { spam: Tally; ham: Tally } {
  const site = new Site();
  const tally = { spam: none(), ham: none() };
  const events = [...normalTraffic(), ...campaign].sort((a, b) => a.at - b.at);
  for (const event of events) tally[event.spam ? "spam" : "ham"][site.take(event, history)]++;
  return tally;
}

const percent = (part: number, { publish, review, reject }: Tally) =>
  `${((100 * part) / (publish + review + reject)).toFixed(0)} %`;
const cells = ({ spam, ham }: { spam: Tally; ham: Tally }) => [
  percent(spam.reject, spam),
  percent(spam.review, spam),
  percent(spam.publish, spam),
  percent(ham.reject, ham),
  percent(ham.review, ham),
];
const head = ["", "comments", "spam rejected", "held", "published", "ham rejected", "held"];
const rows = campaigns().flatMap(({ name, events }) => [
  [name, String(events.length), ...cells(run(events, true))],
  ["  the same without history", "", ...cells(run(events, false))],
]);
table("Campaigns among a week of normal comments; what is held is decided by a person at once", head, rows);
