import type { History } from "../memory/history.ts";
import type { Subject } from "../reading/subject.ts";
import { mayFind, traitsOf } from "../signals/has.ts";
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

const mayFindAny = mayFind(priorSignals);

/** The evidence beyond the text. Within a group the points are scaled down to its cap; the honeypot is exempt. */
export function priorHits(subject: Subject, history: History | undefined, policy: Policy): PriorHits {
  const traits = traitsOf(subject);
  const hits: Raw[] = [];
  const notRun: NotRun[] = history ? [] : [{ signal: "history", reason: "the site could not be asked" }];
  for (let i = 0; i < priorSignals.length; i++) {
    const signal = priorSignals[i] as PriorSignal;
    try {
      const missing = signal.missing?.(subject, history);
      if (missing !== undefined) notRun.push({ signal: signal.name, reason: missing });
      else if (mayFindAny(i, traits)) run(signal, subject, history, policy, hits);
    } catch (failure) {
      notRun.push(brokenSignal(signal.name, failure));
    }
  }
  return { hits: hits.map((hit) => capped(hit, hits)), notRun };
}

function run(
  { name, group, points, detect }: PriorSignal,
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  hits: Raw[],
): void {
  const finding = detect(subject, history, policy);
  if (!finding) return;
  const { strength, evidence } = finding;
  const span = spanAsSent(subject, finding.span);
  hits.push({ signal: name, group, points: points * strength, evidence, span });
}

function capped({ signal, group, points, evidence, span }: Raw, all: readonly Raw[]): Hit {
  const sum = isCapped({ signal, points }) ? sumOf(group, all) : 0;
  return { signal, points: sum <= GROUP_CAP ? points : (points * GROUP_CAP) / sum, evidence, span };
}

const isCapped = ({ signal, points }: Pick<Raw, "signal" | "points">): boolean =>
  signal !== "honeypot" && points >= 0;

/** What the capped hits of a group add. */
function sumOf(group: Group, all: readonly Raw[]): number {
  let sum = 0;
  for (const hit of all) if (hit.group === group && isCapped(hit)) sum += hit.points;
  return sum;
}
