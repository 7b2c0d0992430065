import type { FC } from "hono/jsx";
import type { SignalScore } from "../../contract/insight.ts";
import type { LookedThrough } from "../../contract/search.ts";
import { type Accuracy, type Rate, rate } from "../../core/explaining/accuracy.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { usePercent, useSignalText } from "../parts/words.tsx";
import { OUTCOMES } from "./charts.tsx";
import type { Came } from "./sentences.tsx";

const DECISIONS = ["approve", "spam", "discard"] as const;

/** How far the figures can be trusted: how much of what it did was looked at, and what that says of the rest. */
export const Trust: FC<{ accuracy: Accuracy; looked: LookedThrough; came: Came }> = ({
  accuracy,
  looked: { seen, stopped, wrong },
  came,
}) => {
  const { dashboard: text } = useMessages();
  const between = useBetween();
  const { published, recall } = accuracy;
  const right = rate(seen - wrong, seen);
  return (
    <section class="sheet">
      <h2>{text.trust}</h2>
      <div class="pad">
        <p>
          {seen === 0
            ? text.stoppedUnseen(came.reject)
            : `${text.stoppedSeen(seen, stopped, right.part)} ${between(right)}`}
        </p>
        <p>
          {published.of === 0
            ? text.publishedUnseen(came.publish)
            : `${text.publishedSeen(published.of, came.publish, published.part)} ${between(published)}`}
        </p>
        {recall.of === 0 ? null : <p>{`${text.recall(recall.part, recall.of)} ${between(recall)}`}</p>}
        <p class="dim">{text.selection}</p>
        <details class="fold">
          <summary>
            <Icon name="next" turn />
            {text.verdicts}
          </summary>
          <Verdicts accuracy={accuracy} />
        </details>
      </div>
    </section>
  );
};

/** The interval of a share, as a sentence. */
function useBetween(): (rate: Rate) => string {
  const { dashboard: text } = useMessages();
  const percent = usePercent();
  return ({ low, high }) => text.between(percent(low), percent(high));
}

const Verdicts: FC<{ accuracy: Accuracy }> = ({ accuracy }) => {
  const { dashboard: text } = useMessages();
  return (
    <section class="scroll" tabindex={0} aria-label={text.verdicts}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.verdict}</th>
            {DECISIONS.map((decision) => (
              <th scope="col" class="number">
                {text.decisions[decision]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {OUTCOMES.map((outcome) => (
            <tr>
              <th scope="row">{text.outcomes[outcome]}</th>
              {DECISIONS.map((decision) => (
                <td class="number">{accuracy.of(outcome, decision)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** Signals shown. */
const MOST = 8;

/** What it goes by here, and how often each spoke for what a person said. */
export const Signals: FC<{ records: readonly SignalScore[]; measured: number }> = ({ records, measured }) => {
  const { dashboard: text } = useMessages();
  const signalText = useSignalText();
  const shown = records.slice(0, MOST);
  return (
    <section class="sheet">
      <h2>{text.signals}</h2>
      <div class="pad">
        {shown.length === 0 ? <p class="dim">{text.noSignals}</p> : null}
        <table class="right-of">
          {shown.map(({ signal, right, wrong }) => (
            <tr>
              <th scope="row">{signalText(signal).label}</th>
              <td>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="z-wait" width="100" height="8" />
                  <rect class="c-fine" width={Math.round((100 * right) / (right + wrong))} height="8" />
                </svg>
              </td>
              <td class="number">{text.of(right, right + wrong)}</td>
            </tr>
          ))}
        </table>
        {shown.length === 0 ? null : <p class="hint">{text.signalsHint(measured)}</p>}
      </div>
    </section>
  );
};
