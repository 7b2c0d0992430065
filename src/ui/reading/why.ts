import { thresholdsOf } from "../../contract/policy.ts";
import type { SiteView } from "../../contract/site.ts";
import type { QueueItem } from "../../contract/views.ts";
import { publishLimit } from "../../core/judging/policy.ts";
import type { RuleKind } from "../../core/judging/rule-kind.ts";
import type { PolicyHit } from "../../core/judging/verdict.ts";
import { type LanguageTag, languages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { plain } from "../parts/text.tsx";
import { ago, percentOf } from "../parts/words.tsx";

/** Below and above which probability a comment is published and stopped. */
export interface Limits {
  readonly publishBelow: number;
  readonly rejectAbove: number;
}

const NO_LIMITS: Limits = { publishBelow: 0, rejectAbove: 1 };

/** The limits that apply to a comment: a wider one, if it holds nothing to follow. */
export function limitsOf(settings: SiteView["settings"] | undefined, { verdict }: QueueItem): Limits {
  if (!settings) return NO_LIMITS;
  const thresholds = thresholdsOf(settings);
  return {
    publishBelow: publishLimit(thresholds, verdict.payload),
    rejectAbove: thresholds.rejectAbove,
  };
}

/** Why a comment is where it is: in a few words for its row, and as a sentence, in which *some words* count more. */
export interface Why {
  readonly short: string;
  readonly sentence: string;
}

/** Which rule is told, if a comment meets several. */
const FIRST: readonly RuleKind[] = [
  "abuse",
  "cut",
  "nothing to read",
  "blocked author",
  "answers spam",
  "double",
];

/** Why a comment waits, or who put it where it is. */
export function whyOf(tag: LanguageTag, item: QueueItem, limits: Limits, now: number): Why {
  const { why } = languages[tag].messages;
  const { decided, verdict, status, group } = item;
  const figures = figuresOf(tag, item, limits);
  if (decided && status !== "pending")
    return why.decided(decided.decision, plain(decided.by), ago(tag, decided.at, now));
  const wave = verdict.policy.find(({ kind }) => kind === "wave");
  if (wave && (status === "spam" || status === "discarded")) return ofWave(tag, wave);
  if (status === "published" || status === "spam") {
    const effect = status === "published" ? "publish" : "reject";
    const rule = verdict.policy.find((hit) => hit.effect === effect);
    if (rule) return why.byRule[effect](plain(rule.entry ?? rule.rule));
    return status === "published" ? why.published(figures) : why.stopped(figures);
  }
  if (group && isWave(item)) return why.alike(group.count + 1);
  const rule = holding(verdict.policy);
  if (rule) return why.held(rule.kind, plain(rule.entry ?? rule.rule));
  return byScore(tag, item, limits);
}

/** It was decided with others of its kind, before it came. */
function ofWave(tag: LanguageTag, { by = "", discards }: PolicyHit): Why {
  const { waves } = languages[tag].messages;
  const called = waves.stopped[discards ? "discard" : "spam"];
  return { short: waves.stopped.short, sentence: waves.like(plain(by), called) };
}

/** The rule that holds it: the most telling one. */
function holding(policy: readonly PolicyHit[]): PolicyHit | undefined {
  const rank = ({ kind }: PolicyHit) => (FIRST.indexOf(kind) + FIRST.length + 1) % (FIRST.length + 1);
  return policy.filter(({ effect }) => effect === "hold").sort((a, b) => rank(a) - rank(b))[0];
}

const figuresOf = (tag: LanguageTag, { verdict }: QueueItem, { publishBelow, rejectAbove }: Limits) => ({
  share: percentOf(tag, verdict.probability),
  publish: percentOf(tag, publishBelow),
  reject: percentOf(tag, rejectAbove),
});

/** Near even odds: a comment that lies so is neither. */
const LIKELY_FINE = 0.25;
const LIKELY_SPAM = 0.75;

function byScore(tag: LanguageTag, item: QueueItem, limits: Limits): Why {
  const { why, comment } = languages[tag].messages;
  const { payload = [], probability } = item.verdict;
  const figures = figuresOf(tag, item, limits);
  if (probability <= LIKELY_FINE) return why.notFineEnough(figures);
  const [kind] = payload;
  if (probability >= LIKELY_SPAM) return why.notSpamEnough(figures);
  if (kind === undefined) return why.unsure(figures);
  return why.payload(comment.payloadKinds[kind], why.payloadShort[kind], figures.share);
}
