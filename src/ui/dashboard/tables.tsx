import type { FC } from "hono/jsx";
import type { SignalScore } from "../../contract/insight.ts";
import type { CommentView } from "../../contract/views.ts";
import type { Accuracy } from "../../core/explaining/accuracy.ts";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { RightWrong } from "./charts.tsx";

const OUTCOMES = ["publish", "review", "reject"] as const;
const DECISIONS = ["approve", "spam", "discard"] as const;
/** Signals shown. */
const MOST = 20;
const TEXT = 160;

/** What the filter said beside what people said, of the comments that they decided on. */
export const Verdicts: FC<{ accuracy: Accuracy }> = ({ accuracy }) => {
  const { dashboard } = useMessages();
  return (
    <section class="card">
      <h2>{dashboard.verdicts}</h2>
      <section class="scroll" tabindex={0} aria-label={dashboard.verdicts}>
        <table>
          <thead>
            <tr>
              <th>{dashboard.verdict}</th>
              {DECISIONS.map((decision) => (
                <th class="number">{dashboard.decisions[decision]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {OUTCOMES.map((outcome) => (
              <tr>
                <th>{dashboard.outcomes[outcome]}</th>
                {DECISIONS.map((decision) => (
                  <td class="number">{accuracy.of(outcome, decision)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
};

/** The comments nobody wants to lose: named, and a way to look for more of them. */
export const Lost: FC<{ items: readonly CommentView[]; site: string }> = ({ items, site }) => {
  const { dashboard, words } = useMessages();
  return (
    <section class="card">
      <h2>{dashboard.lostTitle}</h2>
      {items.length === 0 ? (
        <p class="dim">{dashboard.lostNone}</p>
      ) : (
        <ul class="plain links">
          {items.map((item) => (
            <li>
              <a href={commentPath(item)}>
                <bdi>{item.comment.author.name || words.noName}</bdi>
              </a>{" "}
              <bdi class="dim">
                <Text text={item.comment.content.slice(0, TEXT)} />
              </bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/queue?tab=spam&site=${site}`}>{dashboard.sweep}</a>
      </p>
    </section>
  );
};

/** Which signals spoke for what people said, and which against it. */
export const Signals: FC<{ records: readonly SignalScore[]; measured: number }> = ({ records, measured }) => {
  const { dashboard, signals } = useMessages();
  const shown = records.slice(0, MOST);
  const most = Math.max(1, ...shown.map(({ right, wrong }) => Math.max(right, wrong)));
  return (
    <section class="card">
      <h2>{dashboard.signals}</h2>
      {shown.length === 0 ? (
        <p class="dim">{dashboard.noSignals}</p>
      ) : (
        <>
          <p class="hint">{dashboard.signalsHint(measured)}</p>
          <section class="scroll" tabindex={0} aria-label={dashboard.signals}>
            <table>
              <thead>
                <tr>
                  <th>{dashboard.signal}</th>
                  <th class="number">{dashboard.wrong}</th>
                  <td />
                  <th class="number">{dashboard.right}</th>
                  <th class="number">{dashboard.weight}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ signal, right, wrong, weight }) => (
                  <tr>
                    <th>{signals[signal]?.label ?? signal.replaceAll("-", " ")}</th>
                    <td class="number">{wrong}</td>
                    <td dir="ltr">
                      <RightWrong right={right} wrong={wrong} most={most} />
                    </td>
                    <td class="number">{right}</td>
                    <td class="number">{weight.toFixed(1)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
};
