import type { FC } from "hono/jsx";
import { signalText } from "../core/explain.ts";
import type { Hit, Verdict } from "../core/verdict.ts";
import { points } from "./words.ts";

const STRONGEST = 3;

/** The three strongest reasons, with their points. */
export const Reasons: FC<{ verdict: Verdict }> = ({ verdict }) => {
  const told = verdict.hits.filter((hit) => hit.signal !== "baseline").slice(0, STRONGEST);
  return (
    <ul class="reasons" aria-label="Strongest reasons">
      {verdict.abuse.hits.map((hit) => (
        <li class="abuse">
          {signalText(hit.signal).label}: <bdi>{hit.evidence}</bdi>
        </li>
      ))}
      {verdict.policy.map(({ rule }) => (
        <li class="policy">rule: {rule}</li>
      ))}
      {told.map((hit) => (
        <Reason hit={hit} />
      ))}
    </ul>
  );
};

const Reason: FC<{ hit: Hit }> = ({ hit }) => {
  const { label, description } = signalText(hit.signal);
  return (
    <li class={hit.points > 0 ? "against" : "for"} data-signal={hit.signal} title={description}>
      {label} <b>{points(hit.points)}</b>
      {hit.evidence === "" ? null : (
        <>
          {" "}
          <bdi class="evidence">{hit.evidence.slice(0, 60)}</bdi>
        </>
      )}
    </li>
  );
};
