import type { FC } from "hono/jsx";
import { outcomeOf } from "../../core/judging/policy.ts";
import type { Hit, Verdict } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { useProbability, useSignalText } from "../parts/words.tsx";
import type { Limits } from "./why.ts";

/** Reasons tried, one taken away at a time. */
const TRIED = 3;
const LEAST = 0.3;

interface Props {
  readonly verdict: Verdict;
  readonly limits: Limits;
  /** Whom to trust would let it through; undefined: nobody. */
  readonly trust?: string | undefined;
}

/** What would change it: the verdict again without each of the reasons that weigh most. */
export const Flips: FC<Props> = ({ verdict, limits, trust }) => {
  const { reading } = useMessages();
  const { hits, score } = verdict;
  // Towards fine for what may be spam, towards spam for what may be fine.
  const side = verdict.probability > limits.publishBelow ? 1 : -1;
  const weighty = hits
    .filter((hit) => hit.signal !== "baseline" && hit.points * side >= LEAST)
    .slice(0, TRIED);
  if (weighty.length === 0 && trust === undefined) return null;
  return (
    <section class="part">
      <h3>{reading.changes}</h3>
      <ul class="flips">
        {weighty.map((hit) => (
          <Without hit={hit} score={score} limits={limits} />
        ))}
        {trust === undefined ? null : (
          <li>
            <span>
              {reading.ifYouTrust} <bdi>{trust}</bdi>
            </span>
            <span>{reading.atOnce}</span>
          </li>
        )}
      </ul>
    </section>
  );
};

const Without: FC<{ hit: Hit; score: number; limits: Limits }> = ({ hit, score, limits }) => {
  const { reading } = useMessages();
  const percent = useProbability();
  const { label, fine } = useSignalText()(hit.signal);
  const probability = 1 / (1 + Math.exp(hit.points - score));
  // The limits are those that apply to this very comment.
  const thresholds = { ...limits, publishBareBelow: limits.publishBelow };
  return (
    <li>
      <span>{reading.without(hit.points < 0 ? (fine ?? label) : label)}</span>
      <span>
        <b>{percent(probability)}</b>, {reading.would[outcomeOf(probability, thresholds, undefined)]}
      </span>
    </li>
  );
};
