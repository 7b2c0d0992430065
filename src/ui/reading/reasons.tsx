import type { FC } from "hono/jsx";
import { outcomeOf } from "../../core/judging/policy.ts";
import type { Hit, Verdict } from "../../core/judging/verdict.ts";
import { shortened } from "../../core/reading/quoted.ts";
import { useMessages } from "../messages/messages.ts";
import { Text } from "../parts/text.tsx";
import { points, useEvidence, useProbability, useSignalText } from "../parts/words.tsx";
import type { Limits } from "./why.tsx";

/** Reasons shown at once: what counts less is a click away. */
const MOST = 8;
/** Points below which a reason says nothing. */
const LEAST = 0.05;
const MOST_EVIDENCE = 80;
/** Half of a bar's width, and the fewest points that fill it. */
const HALF = 80;
const FULL = 2;

/** What speaks for and against, as sentences with bars that add up. */
export const Reasons: FC<{ verdict: Verdict }> = ({ verdict }) => {
  const { reading } = useMessages();
  const percent = useProbability();
  const { hits, score, probability } = verdict;
  const baseline = hits.find(({ signal }) => signal === "baseline");
  const told = hits.filter((hit) => hit !== baseline && Math.abs(hit.points) >= LEAST);
  const shown = told.slice(0, MOST);
  const rest = score - [...shown, ...(baseline ? [baseline] : [])].reduce((sum, hit) => sum + hit.points, 0);
  const all = [...shown.map((hit) => hit.points), baseline?.points ?? 0, rest, score];
  const full = Math.max(FULL, ...all.map(Math.abs));
  return (
    <section class="part">
      <div class="reason cap">
        <h3>{reading.forAndAgainst}</h3>
        <span class="ends" aria-hidden="true">
          <i>{reading.fine}</i>
          <i>{reading.spam}</i>
        </span>
        <span />
      </div>
      <ol aria-label={reading.pointsHeard}>
        {shown.map((hit) => (
          <Reason hit={hit} full={full} />
        ))}
        {Math.abs(rest) >= LEAST ? (
          <Line
            class="base"
            text={reading.others(hits.length - shown.length - (baseline ? 1 : 0))}
            points={rest}
            full={full}
          />
        ) : null}
        {baseline ? <Line class="base" text={reading.baseline} points={baseline.points} full={full} /> : null}
        <Line class="sum" text={reading.together(percent(probability))} points={score} full={full} />
      </ol>
    </section>
  );
};

/** A reason with a place in the comment can be focused, which lights the place. */
const Reason: FC<{ hit: Hit; full: number; tone?: boolean }> = ({ hit, full, tone }) => {
  const { label, fine } = useSignalText()(hit.signal);
  const evidence = useEvidence()(hit);
  return (
    <li
      class={`reason ${tone ? "tone" : sideOf(hit.points)}`}
      data-signal={hit.signal}
      tabindex={hit.span ? 0 : undefined}
    >
      <span>
        {hit.points < 0 ? (fine ?? label) : label}
        {evidence === "" ? null : " "}
        {evidence === "" ? null : (
          <span class="ev" dir="auto">
            <Text text={shortened(evidence, MOST_EVIDENCE)} />
          </span>
        )}
      </span>
      <Bar points={hit.points} full={full} />
      <span class="num">{points(hit.points)}</span>
    </li>
  );
};

const sideOf = (points: number) => (points > 0 ? "for" : "against");

const Line: FC<{ class: string; text: string; points: number; full: number }> = (props) => (
  <li class={`reason ${props.class} ${sideOf(props.points)}`}>
    <span>{props.text}</span>
    <Bar points={props.points} full={props.full} />
    <span class="num">{points(props.points)}</span>
  </li>
);

const Bar: FC<{ points: number; full: number }> = ({ points, full }) => {
  const width = (Math.abs(points) / full) * HALF;
  return (
    <svg class="bar-x" viewBox="0 0 160 10" preserveAspectRatio="none" aria-hidden="true">
      <rect
        class="v"
        x={(points > 0 ? HALF : HALF - width).toFixed(1)}
        y="1"
        width={width.toFixed(1)}
        height="8"
        rx="1"
      />
      <rect class="axis" x="79.5" width="1" height="10" />
    </svg>
  );
};

/** Its tone: a list of its own, whose points are never added to those of spam. */
export const Tone: FC<{ verdict: Verdict }> = ({ verdict: { abuse } }) => {
  const { reading } = useMessages();
  if (abuse.hits.length === 0) return null;
  const full = Math.max(FULL, ...abuse.hits.map(({ points }) => Math.abs(points)));
  return (
    <section class="part">
      <h3>
        {reading.tone} <small>{reading.toneApart}</small>
      </h3>
      <ol>
        {abuse.hits.map((hit) => (
          <Reason hit={hit} full={full} tone />
        ))}
      </ol>
    </section>
  );
};

/** Reasons tried, one taken away at a time. */
const TRIED = 3;
/** Points below which taking it away changes nothing. */
const LEAST_TRIED = 0.3;

interface FlipsProps {
  readonly verdict: Verdict;
  readonly limits: Limits;
  /** Whom to trust would let it through; undefined: nobody. */
  readonly trust?: string | undefined;
}

/** What would change it: the verdict again without each of the reasons that weigh most. */
export const Flips: FC<FlipsProps> = ({ verdict, limits, trust }) => {
  const { reading } = useMessages();
  const { hits, score } = verdict;
  // Towards fine for what may be spam, towards spam for what may be fine.
  const side = verdict.probability > limits.publishBelow ? 1 : -1;
  const weighty = hits
    .filter((hit) => hit.signal !== "baseline" && hit.points * side >= LEAST_TRIED)
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
