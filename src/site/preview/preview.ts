import { policyOf } from "../../contract/policy.ts";
import { change, type Preview, SCALE, type ScaleBin } from "../../contract/preview.ts";
import type { Settings } from "../../contract/site.ts";
import type { Label } from "../../core/judging/decision.ts";
import type { Outcome } from "../../core/judging/verdict.ts";
import type { Site } from "../site.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";
import { Approvals } from "./approvals.ts";
import { type Changes, changesOf } from "./changes.ts";
import { examplesOf } from "./examples.ts";
import { labelOf } from "./label.ts";
import type { Moved } from "./moved.ts";
import { pastUnder } from "./past-under.ts";
import { seenBy } from "./seen-by.ts";
import { outcomeUnder } from "./under.ts";

/** Comments that a preview looks at. */
const MOST_PREVIEWED = 2000;

/**
 * What other settings would have meant for the site's newest comments. Limits and rules are applied to what the verdicts had
 * found; a text is read again only for what it alone tells, and judged again where its points would be others. Writes nothing.
 */
export function previewsOf(site: Site, all: readonly Settings[]): Preview[] {
  const now = site.record.settings;
  const asked = all.map((then) => ({ then, changes: changesOf(now, then) }));
  const rows = site.judged(
    MOST_PREVIEWED,
    asked.some(({ changes }) => changes.asksComment),
  );
  const approvals = new Approvals(site, rows);
  return asked.map(({ then, changes }) => previewOf(site, { rows, approvals, now, then, changes }));
}

interface Asked {
  readonly rows: readonly JudgedComment[];
  readonly approvals: Approvals;
  readonly now: Settings;
  readonly then: Settings;
  readonly changes: Changes;
}

function previewOf(site: Site, { rows, approvals, now, then, changes }: Asked): Preview {
  const before = { site, settings: now, approvals, added: { blocked: [], allowed: [] } };
  const after = { site, settings: then, approvals, added: changes.added };
  const policy = policyOf(now);
  const other = changes.score ? policyOf(then) : policy;
  const moved = rows.map((row): Moved => {
    const seen = seenBy(site, row, policy, other);
    return {
      row,
      label: labelOf(row),
      now: outcomeUnder(before, seen.now),
      after: outcomeUnder(after, seen.after),
      score: seen.after.score,
    };
  });
  const past = changes.limitsOnly ? pastUnder(site, now, then, MOST_PREVIEWED - rows.length) : [];
  const all = [...moved, ...past];
  return { ...counted(all), scale: scaleOf(all), examples: examplesOf(site, moved) };
}

function counted(all: readonly Moved[]): Omit<Preview, "examples" | "scale"> {
  const count = (is: (label: Label | undefined, outcome: Outcome) => boolean) =>
    change(
      all.filter(({ label, now }) => is(label, now)).length,
      all.filter(({ label, after }) => is(label, after)).length,
    );
  return {
    comments: all.length,
    seen: count((_, outcome) => outcome === "review"),
    hamRejected: count((label, outcome) => label === "ham" && outcome === "reject"),
    spamPublished: count((label, outcome) => label === "spam" && outcome === "publish"),
  };
}

/** The comments on the filter's scale, by what they would be. */
function scaleOf(all: readonly Moved[]): ScaleBin[] {
  const bins = Array.from({ length: SCALE.steps }, () => ({ publish: 0, review: 0, reject: 0 }));
  for (const { score, after } of all) {
    const at = Math.floor((score - SCALE.from) / SCALE.step);
    const bin = bins[Math.max(0, Math.min(SCALE.steps - 1, at))];
    if (bin) bin[after]++;
  }
  return bins;
}
