import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import type { Hit } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { points, useEvidence, useSignalText } from "../parts/words.tsx";

/** Every hit with its points and where the sum stands after it: they add up to the score. */
export const Waterfall: FC<{ item: CommentDetail }> = ({ item: { verdict, turning } }) => {
  const { comment, words } = useMessages();
  const signalText = useSignalText();
  const evidenceOf = useEvidence();
  const steps = stepsOf(verdict.hits);
  const ends = [0, ...steps.map(({ to }) => to)];
  const scale = { least: Math.min(...ends), most: Math.max(...ends) };
  return (
    <section class="card">
      <h2>{comment.allPoints}</h2>
      {turning ? (
        <p>
          {comment.without} {turning.without.map((signal) => signalText(signal).label).join(", ")}:{" "}
          {comment.wouldSay} <b>{words.outcomes[turning.outcome]}</b>.
        </p>
      ) : null}
      <section class="scroll" tabindex={0} aria-label={comment.points}>
        <table class="waterfall">
          <thead>
            <tr>
              <th>{comment.reason}</th>
              <th>{comment.evidence}</th>
              <th class="number">{comment.points}</th>
              <td class="wide" />
            </tr>
          </thead>
          <tbody>
            {steps.map(({ hit, from, to }) => (
              <tr>
                <td>
                  {labelOf(signalText(hit.signal), hit.points)}
                  <small class="dim"> {signalText(hit.signal).description}</small>
                </td>
                <td>
                  <bdi>{evidenceOf(hit)}</bdi>
                </td>
                <td class="number" dir="ltr">
                  {points(hit.points)}
                </td>
                <td class="wide">
                  <Bar from={from} to={to} {...scale} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th colspan={2}>{comment.sum}</th>
              <td class="number" dir="ltr">
                {points(verdict.score)}
              </td>
              <td class="wide">
                <Bar from={0} to={verdict.score} {...scale} />
              </td>
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
};

/** What a reason says: of some it is another thing when they speak against spam. */
const labelOf = ({ label, fine }: { label: string; fine?: string }, points: number) =>
  points < 0 ? (fine ?? label) : label;

interface Step {
  readonly hit: Hit;
  readonly from: number;
  readonly to: number;
}

/** Before any evidence first, then the strongest: each begins where the one before ended. */
function stepsOf(hits: readonly Hit[]): Step[] {
  const ordered = [...hits].sort((a, b) => Number(b.signal === "baseline") - Number(a.signal === "baseline"));
  let sum = 0;
  return ordered.map((hit) => {
    const from = sum;
    sum += hit.points;
    return { hit, from, to: sum };
  });
}

const WIDTH = 160;

/** From where to where the sum moved: red towards spam, green away from it; the line is even odds. */
const Bar: FC<{ from: number; to: number; least: number; most: number }> = ({ from, to, least, most }) => {
  const at = (value: number) => ((value - least) / Math.max(1, most - least)) * WIDTH;
  const start = Math.min(at(from), at(to));
  return (
    <svg class="bar" width={WIDTH} height="12" aria-hidden="true">
      <line x1={at(0)} x2={at(0)} y1="0" y2="12" class="even" />
      <rect
        class={to > from ? "against" : "for"}
        x={start}
        y="2"
        width={Math.max(2, Math.abs(at(to) - at(from)))}
        height="8"
        rx="2"
      />
    </svg>
  );
};
