import { type FC, useContext } from "hono/jsx";
import { thresholdsOf } from "../../contract/policy.ts";
import type { SiteView } from "../../contract/site.ts";
import type { CommentDetail, QueueItem } from "../../contract/views.ts";
import { publishLimit } from "../../core/judging/policy.ts";
import type { RuleKind } from "../../core/judging/rule-kind.ts";
import type { PolicyHit } from "../../core/judging/verdict.ts";
import { type LanguageTag, languages, PageLanguage, useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Marked, plain } from "../parts/text.tsx";
import { ago, doerText, durationOf, listOf, percentOf, useProbability } from "../parts/words.tsx";

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
  "spread",
];

/** Why a comment waits, or who put it where it is. */
export function whyOf(tag: LanguageTag, item: QueueItem, limits: Limits, now: number): Why {
  const { why } = languages[tag].messages;
  const { decided, verdict, status, group } = item;
  const figures = figuresOf(tag, item, limits);
  if (decided && status !== "pending")
    return why.decided(decided.decision, plain(doerText(tag, decided)), ago(tag, decided.at, now));
  const wave = verdict.policy.find(({ kind }) => kind === "wave");
  if (wave && (status === "spam" || status === "discarded")) return ofWave(tag, wave);
  if (status === "published" || status === "spam") {
    const effect = status === "published" ? "publish" : "reject";
    const rule = verdict.policy.find((hit) => hit.effect === effect);
    if (rule) return why.byRule[effect](ruleText(tag, rule));
    return status === "published" ? why.published(figures) : why.stopped(figures);
  }
  if (group && isWave(item)) return why.alike(group.count + 1, togetherOf(tag, item));
  const rule = holding(verdict.policy);
  if (rule?.spread) return why.spread(plain(rule.spread.domain), rule.spread.others);
  if (rule) return why.held(rule.kind, ruleText(tag, rule));
  return byScore(tag, item, limits);
}

/** What the comments of a wave show together, where it is open. */
function togetherOf(tag: LanguageTag, { wave }: QueueItem & Pick<Partial<CommentDetail>, "wave">) {
  return wave && { ...wave, within: durationOf(tag, wave.within) };
}

/** The entry that was met, or what the rule is about. */
function ruleText(tag: LanguageTag, { entry, kind, rule }: PolicyHit): string {
  const { rules } = languages[tag].messages.why;
  return plain(entry ?? (kind === "unknown" ? rule : rules[kind]));
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

/** Why it waits, as a sentence, and the figure between the owner's limits. */
export const Lede: FC<{ item: CommentDetail; now: number; id: string }> = ({ item, now, id }) => {
  const { why, comment } = useMessages();
  const { tag } = useContext(PageLanguage);
  const percent = useProbability();
  const { limits, verdict } = item;
  const { payload } = verdict;
  const kinds = listOf(tag, payload?.map((kind) => comment.payloadKinds[kind]) ?? []);
  const applies = payload === undefined ? "" : payload.length > 0 ? why.withPayload(kinds) : why.bare;
  return (
    <section class="lede">
      <h2 id={id}>
        <Marked text={whyOf(tag, item, limits, now).sentence} />
      </h2>
      <Ruler probability={verdict.probability} limits={limits} />
      <p class="dim asked">
        {why.asked(percent(limits.publishBelow), percent(limits.rejectAbove))} {applies}{" "}
        <a href={`/sites/${item.site}`}>{why.changeThat}</a>
      </p>
    </section>
  );
};

/** How much of the ruler lies below the one limit and above the other, percent. */
const END = 12.2;
/** How far beyond a limit still shows, in log-odds. */
const BEYOND = 6;

const logit = (p: number) => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9));

/** Where a probability lies on the ruler, percent: between the limits by log-odds. */
function placeOf(probability: number, { publishBelow, rejectAbove }: Limits): number {
  const [at, low, high] = [logit(probability), logit(publishBelow), logit(rejectAbove)];
  if (at < low) return END * (1 - Math.min(0.9, (low - at) / BEYOND));
  if (at > high) return 100 - END * (1 - Math.min(0.9, (at - high) / BEYOND));
  return END + ((100 - 2 * END) * (at - low)) / Math.max(high - low, 1e-9);
}

/** Where the filter's figure lies between the owner's own two limits. */
const Ruler: FC<{ probability: number; limits: Limits }> = ({ probability, limits }) => {
  const { why } = useMessages();
  const percent = useProbability();
  const width = `${100 - 2 * END}%`;
  return (
    <div class="ruler">
      <svg role="img" aria-label={why.onRuler(percent(probability))}>
        <rect class="z-fine" y="6" width={`${END}%`} height="4" rx="2" />
        <rect class="z-wait" x={`${END}%`} y="6" width={width} height="4" />
        <rect class="z-spam" x={`${100 - END}%`} y="6" width={`${END}%`} height="4" rx="2" />
        <circle class="z-mark" cx={`${placeOf(probability, limits).toFixed(1)}%`} cy="8" r="6.5" />
      </svg>
      <ul aria-hidden="true">
        <li>{why.publishedBelow(percent(limits.publishBelow))}</li>
        <li>{why.youLook}</li>
        <li>{why.spamAbove(percent(limits.rejectAbove))}</li>
      </ul>
    </div>
  );
};
