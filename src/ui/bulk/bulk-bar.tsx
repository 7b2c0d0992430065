import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { type QueueState, stateFields } from "../queue/queue-state.ts";

/** Rows written for each comment that is decided: the event, the row, its place, the outbox, the delivery. */
const ROWS_EACH = 8;

interface BulkBarProps {
  readonly id: string;
  readonly state: QueueState;
  /** When the page was made: what came later is left alone, milliseconds since 1970. */
  readonly until: number;
  /** How many match what is searched for; undefined: nothing is. */
  readonly found: number | undefined;
}

const decisions = ["approve", "spam", "discard"] as const;

/** One decision on many comments: those selected, or all that the search matches. */
export const BulkBar: FC<BulkBarProps> = ({ id, state, until, found }) => {
  const { queue, words } = useMessages();
  return (
    <Form class="bulk" id={id} action="/queue/bulk" aria-label={queue.selection}>
      <input type="hidden" name="until" value={String(until)} />
      {stateFields({ ...state, after: undefined }).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="check all" hidden>
        <input type="checkbox" id="pick-all" />
        <span>{queue.selectAll}</span>
      </label>
      <span class="bulk-actions">
        <span class="dim" id="selected">
          {queue.onSelection}
        </span>
        {decisions.map((decision) => (
          <button class={`small ${decision}`} name="decision" value={decision} type="submit">
            {words.decisions[decision]}
          </button>
        ))}
      </span>
      {found === undefined || found === 0 ? null : (
        <label class="check matching">
          <input type="checkbox" name="all" value={String(found)} />
          <span>
            {queue.allMatching(found)} <small>{queue.allMatchingCost(found, found * ROWS_EACH)}</small>
          </span>
        </label>
      )}
      <progress id="progress" hidden max={1} value={0} />
    </Form>
  );
};
