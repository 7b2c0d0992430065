import type { FC } from "hono/jsx";
import type { Hit, Verdict } from "../../core/judging/verdict.ts";
import { shortened } from "../../core/reading/quoted.ts";
import { useMessages } from "../messages/messages.ts";
import { points, useSignalText } from "./words.ts";

const STRONGEST = 3;
const MOST_EVIDENCE = 60;

/** The three strongest reasons, with their points. */
export const Reasons: FC<{ verdict: Verdict }> = ({ verdict }) => {
  const { queue } = useMessages();
  const signalText = useSignalText();
  const strongest = verdict.hits.filter((hit) => hit.signal !== "baseline").slice(0, STRONGEST);
  return (
    <ul class="reasons">
      {verdict.abuse.hits.map((hit) => (
        <li class="abuse">
          {signalText(hit.signal).label}: <bdi>{hit.evidence}</bdi>
        </li>
      ))}
      {verdict.policy.map(({ rule }) => (
        <li class="policy">
          <bdi>{queue.rule(rule)}</bdi>
        </li>
      ))}
      {strongest.map((hit) => (
        <Reason hit={hit} />
      ))}
    </ul>
  );
};

/** A reason with a place in the comment can be focused, which lights the place. */
const Reason: FC<{ hit: Hit }> = ({ hit }) => {
  const { label } = useSignalText()(hit.signal);
  return (
    <li
      class={hit.points > 0 ? "against" : "for"}
      data-signal={hit.signal}
      tabindex={hit.span ? 0 : undefined}
    >
      {label} <b dir="ltr">{points(hit.points)}</b>
      {hit.evidence === "" ? null : (
        <>
          {" "}
          <bdi class="evidence">{shortened(hit.evidence, MOST_EVIDENCE)}</bdi>
        </>
      )}
    </li>
  );
};
