import type { Actor } from "../../contract/actor.ts";
import type { WaveRule, WaveRuleEnded } from "../../contract/wave-rule.ts";
import { placeOf, type Status } from "../../core/judging/decision.ts";
import { outcomeOf } from "../../core/judging/policy.ts";
import { swayed, swayOf } from "../../core/judging/rules.ts";
import { without } from "../../core/memory/wave-pattern.ts";
import { moveBack } from "../decisions/bring-back.ts";
import { standingRules } from "../preview/standing-rules.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { plain } from "./begin-rule.ts";
import { noteWave } from "./note-wave.ts";
import { seenIn } from "./wave-of.ts";

/** Comments that one call takes out of where a rule had put them. */
const MOST_BACK = 200;

interface Ending {
  readonly by: Actor;
  readonly now: number;
  /** What it decided is taken back, too, by an undo of this name; from a place on, if a call before left some. */
  readonly back?: { readonly batch: string; readonly after?: string | undefined } | undefined;
}

/** Ends a rule that decides later ones of a wave; nothing it decided changes unless that is wished. */
export function endRule(site: Site, id: string, { by, now, back }: Ending): WaveRuleEnded {
  const standing = site.waves.standing(now);
  const rule = standing.find((one) => one.id === id);
  return site.transaction(() => {
    if (rule) drop(site, rule, by, now);
    return back ? takeBack(site, id, { by, now, ...back }) : { back: 0 };
  });
}

function drop(site: Site, { id, lead, decision }: WaveRule, by: Actor, now: number): void {
  noteWave(site, "wave.ended", { actor: by, lead, decision, now });
  site.waves.keep(site.waves.standing(now).filter((one) => one.id !== id));
}

/** What a rule decided is where it would be without it. Nobody looked at these texts: it teaches nothing. */
function takeBack(
  site: Site,
  id: string,
  {
    after,
    ...at
  }: {
    readonly by: Actor;
    readonly now: number;
    readonly batch: string;
    readonly after?: string | undefined;
  },
): WaveRuleEnded {
  const found = site.waves.decidedBy(id, after, MOST_BACK);
  const moves = found
    .map((row) => ({ row, status: placeWithout(site, row, id) }))
    .filter(({ row, status }) => row.status !== status);
  for (const { row, status } of moves) moveBack(site, row, status, at);
  const last = found.length === MOST_BACK ? found.at(-1) : undefined;
  return { back: moves.length, ...(last && { next: `${last.arrived} ${last.id}` }) };
}

/** Where a comment would be if a rule had not been. */
function placeWithout(site: Site, { verdict }: CommentRow, id: string): Exclude<Status, "discarded"> {
  const { settings } = site.record;
  const others = standingRules(verdict.policy, settings).filter(
    ({ kind, entry }) => kind !== "wave" || entry !== id,
  );
  const byScore = outcomeOf(verdict.probability, site.policy.thresholds, verdict.payload);
  return placeOf[swayed(swayOf(others), byScore)];
}

/** A person approves a comment: what a rule has in common with it is taken out of the rule, and a rule without anything left ends. */
export function narrowRules(site: Site, row: CommentRow, by: Actor, now: number): void {
  const standing = site.waves.standing(now);
  const seen = seenIn(site, { ...row, name: row.comment.author.name ?? null });
  const left = standing.map((rule) => ({ rule, pattern: without(rule.pattern, seen) }));
  const isSame = ({ rule, pattern }: (typeof left)[number]) =>
    pattern?.texts.length === rule.pattern.texts.length &&
    pattern.domains.length === rule.pattern.domains.length;
  if (left.every(isSame)) return;
  site.waves.keep(
    left.flatMap(({ rule, pattern }) => (pattern ? [{ ...rule, pattern: plain(pattern) }] : [])),
  );
  for (const { rule, pattern } of left)
    if (!pattern) noteWave(site, "wave.ended", { actor: by, lead: rule.lead, decision: rule.decision, now });
}
