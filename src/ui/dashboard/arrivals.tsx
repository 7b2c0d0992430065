import type { FC } from "hono/jsx";
import type { Day } from "../../contract/insight.ts";
import { useMessages } from "../messages/messages.ts";
import { Stacks } from "./charts.tsx";

const DAY = 86_400_000;
const OUTCOMES = ["publish", "review", "reject"] as const;

const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

/** What came in, day by day, by what the filter judged: as bars, and as a table. Days are UTC. */
export const Arrivals: FC<{ days: readonly Day[]; span: number; today: number }> = ({
  days,
  span,
  today,
}) => {
  const { dashboard } = useMessages();
  const known = new Map(days.map((day) => [day.day, day]));
  const all = Array.from({ length: span }, (_, i) => today - span + 1 + i);
  const stacks = all.map((day) => ({
    label: dateOf(day),
    values: OUTCOMES.map((outcome) => known.get(day)?.[outcome] ?? 0),
  }));
  const parts = OUTCOMES.map((outcome) => ({ label: dashboard.outcomes[outcome], class: `part-${outcome}` }));
  return (
    <section class="card">
      <h2>{dashboard.byDay}</h2>
      {days.length === 0 ? (
        <p class="dim">{dashboard.nothing}</p>
      ) : (
        <>
          <Stacks title={dashboard.byDay} parts={parts} stacks={stacks} />
          <details>
            <summary>{dashboard.table}</summary>
            <section class="scroll" tabindex={0} aria-label={dashboard.byDay}>
              <table>
                <thead>
                  <tr>
                    <th>{dashboard.day}</th>
                    {parts.map(({ label }) => (
                      <th class="number">{label}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {stacks.map(({ label, values }) => (
                    <tr>
                      <th>{label}</th>
                      {values.map((value) => (
                        <td class="number">{value}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </section>
  );
};
