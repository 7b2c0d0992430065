import type { FC } from "hono/jsx";
import type { Day } from "../../contract/insight.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { useDay, useNumber } from "../parts/words.tsx";
import { type Column, Columns, Legend, niceTop, OUTCOMES } from "./charts.tsx";

const DAY = 86_400_000;
/** Dates under the chart. */
const TICKS = 4;

/** What came in, day by day, by what the filter judged: as columns, and as a table. Days are UTC. */
export const Arrivals: FC<{ days: readonly Day[]; span: number; today: number }> = ({
  days,
  span,
  today,
}) => {
  const { dashboard: text } = useMessages();
  const day = useDay();
  const known = new Map(days.map((one) => [one.day, one]));
  const columns: Column[] = Array.from({ length: span }, (_, i) => {
    const at = today - span + 1 + i;
    return { label: day(at * DAY), values: OUTCOMES.map((outcome) => known.get(at)?.[outcome] ?? 0) };
  });
  const entries = OUTCOMES.map((outcome) => ({ outcome, label: text.outcomes[outcome] }));
  return (
    <figure class="sheet">
      <header>
        <h2>{text.byDay}</h2>
        <Legend entries={entries} />
      </header>
      {days.length === 0 ? <p class="pad dim">{text.nothing}</p> : <Chart columns={columns} />}
    </figure>
  );
};

const sumOf = ({ values }: Column) => values.reduce((sum, n) => sum + n, 0);

const Chart: FC<{ columns: readonly Column[] }> = ({ columns }) => {
  const { dashboard: text } = useMessages();
  const number = useNumber();
  const most = Math.max(...columns.map(sumOf));
  const peak = columns.findLast((column) => sumOf(column) === most);
  const top = niceTop(most);
  const ticks = Array.from(
    { length: TICKS },
    (_, i) => columns[Math.round((i * (columns.length - 1)) / (TICKS - 1))]?.label,
  );
  const said = text.most(number(most), peak?.label ?? "");
  return (
    <div class="plot">
      <div class="axes">
        <div class="y" aria-hidden="true">
          {[top, top / 2, 0].map((n) => (
            <span>{number(n)}</span>
          ))}
        </div>
        <Columns label={`${text.byDay}. ${said}`} columns={columns} top={top} />
        <div class="x" aria-hidden="true">
          {ticks.map((label) => (
            <span>{label}</span>
          ))}
        </div>
      </div>
      <p class="note-x">{said}</p>
      <details class="fold">
        <summary>
          <Icon name="next" turn />
          {text.table}
        </summary>
        <Table columns={columns} />
      </details>
    </div>
  );
};

const Table: FC<{ columns: readonly Column[] }> = ({ columns }) => {
  const { dashboard: text } = useMessages();
  return (
    <section class="scroll" tabindex={0} aria-label={text.byDay}>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.day}</th>
            {OUTCOMES.map((outcome) => (
              <th scope="col" class="number">
                {text.outcomes[outcome]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ label, values }) => (
            <tr>
              <th scope="row">{label}</th>
              {values.map((value) => (
                <td class="number">{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
