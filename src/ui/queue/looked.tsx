import type { FC } from "hono/jsx";
import type { LookedThrough } from "../../contract/search.ts";
import type { QueueItem } from "../../contract/views.ts";
import { rate } from "../../core/explaining/accuracy.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { Ago, usePercent } from "../parts/words.tsx";
import { isUnseen, keyOf, type QueueState, queuePath } from "./queue-state.ts";

interface Props {
  readonly state: QueueState;
  readonly items: readonly QueueItem[];
  /** What came later is not seen along, milliseconds since 1970. */
  readonly until: number;
  readonly looked: LookedThrough | undefined;
}

/** How far was looked through what the filter stopped, and the way to all that is marked as spam. */
export const Looked: FC<Props> = ({ state, items, until, looked }) => {
  const { queue } = useMessages();
  const last = items.at(-1);
  const isFromTop = isUnseen(state) && state.sort === "doubtful" && state.after === undefined;
  return (
    <div class="looked">
      {looked ? <Measured state={state} looked={looked} now={until} /> : null}
      {isFromTop && last ? (
        <Form action="/queue/look">
          <input type="hidden" name="to" value={keyOf(last)} />
          <input type="hidden" name="until" value={String(until)} />
          {state.site ? <input type="hidden" name="site" value={state.site} /> : null}
          <button class="btn" type="submit">
            <Icon name="check" />
            {queue.lookedThrough(items.length)}
          </button>
        </Form>
      ) : null}
      {isUnseen(state) ? (
        <a class="btn bare" href={queuePath({ tab: "spam", site: state.site, seen: "all" })}>
          {queue.allSpam}
        </a>
      ) : (
        <a class="btn bare" href={queuePath({ tab: "spam", site: state.site })}>
          {queue.onlyUnseen}
        </a>
      )}
    </div>
  );
};

/** How right the filter was as far as people looked, with what that says of the rest; and the last look, to be taken back. */
const Measured: FC<{ state: QueueState; looked: LookedThrough; now: number }> = ({ state, looked, now }) => {
  const { queue } = useMessages();
  const share = usePercent();
  const { stopped, seen, wrong, last } = looked;
  const { low, high } = rate(seen - wrong, seen);
  return (
    <>
      {seen === 0 ? null : (
        <p class="dim">{queue.ofThoseSeen(seen - wrong, seen, stopped, share(low), share(high))}</p>
      )}
      {last ? (
        <Form class="inline" action="/queue/look">
          <input type="hidden" name="undo" value={`${last.site} ${last.id}`} />
          <input type="hidden" name="back" value={queuePath(state)} />
          <span class="dim">
            {queue.lookedBy(last.by)} <Ago at={last.at} now={now} />
          </span>{" "}
          <button class="btn bare" type="submit">
            {queue.undoLook}
          </button>
        </Form>
      ) : null}
    </>
  );
};
