import type { History } from "../memory/history.ts";
import type { Subject } from "../reading/subject.ts";
import { GROUP_CAP, priorSignals } from "../signals/priors.ts";
import { type Group, type PriorSignal, spanAsSent } from "../signals/signal.ts";
import type { Policy } from "./policy.ts";
import { brokenSignal, type Hit, type NotRun } from "./verdict.ts";

/** A prior's hit before its group is capped. */
interface Raw extends Hit {
  readonly group: Group;
}

interface PriorHits {
  readonly hits: readonly Hit[];
  readonly notRun: readonly NotRun[];
}

/** The evidence beyond the text. Within a group the points are scaled down to its cap; the honeypot is exempt. */
export function priorHits(subject: Subject, history: History | undefined, policy: Policy): PriorHits {
  const hits: Raw[] = [];
  const notRun: NotRun[] = history ? [] : [{ signal: "history", reason: "the site could not be asked" }];
  for (const signal of priorSignals) {
    try {
      const missing = signal.missing?.(subject, history);
      if (missing !== undefined) notRun.push({ signal: signal.name, reason: missing });
      else run(signal, subject, history, policy, hits);
    } catch (failure) {
      notRun.push(brokenSignal(signal.name, failure));
    }
  }
  return { hits: hits.map((hit) => capped(hit, hits)), notRun };
}

function run(
  signal: PriorSignal,
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  hits: Raw[],
): void {
  const finding = signal.detect(subject, history, policy);
  if (!finding) return;
  const { strength, evidence } = finding;
  const points = signal.points * strength;
  const span = spanAsSent(subject, finding.span);
  hits.push({ signal: signal.name, group: signal.group, points, evidence, span });
}

function capped({ group, ...hit }: Raw, all: readonly Raw[]): Hit {
  if (hit.signal === "honeypot" || hit.points < 0) return hit;
  const rivals = all.filter(
    (other) => other.group === group && other.points > 0 && other.signal !== "honeypot",
  );
  const sum = rivals.reduce((total, other) => total + other.points, 0);
  return sum <= GROUP_CAP ? hit : { ...hit, points: (hit.points * GROUP_CAP) / sum };
}
