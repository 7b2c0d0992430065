import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { useNumber } from "../parts/words.tsx";
import { type QueueState, queuePath } from "./queue-state.ts";

/** Rows written for each comment that is decided: the event, the row, its place, the outbox, the delivery. */
const ROWS_EACH = 8;

interface Props {
  readonly state: QueueState;
  readonly found: number | undefined;
  readonly unknown: readonly string[];
}

/** What a search found, with the box that selects all of it, and what of it was not understood. */
export const SearchNotes: FC<Props> = ({ state, found, unknown }) => {
  const { queue } = useMessages();
  const number = useNumber();
  if (found === undefined) return null;
  return (
    <>
      {unknown.length > 0 ? (
        <p class="note warm" role="status">
          <Icon name="search" />
          <span>{queue.notUnderstood(unknown.join(" "))}</span>
        </p>
      ) : null}
      <div class="note found">
        <Icon name="search" />
        <p role="status">
          {queue.found(found)} <bdi class="dim">{state.q}</bdi>
        </p>
        <span class="act">
          {found > 0 ? (
            <label class="btn bare" title={queue.allMatchingCost(number(found), number(found * ROWS_EACH))}>
              <input class="box" type="checkbox" name="all" value={String(found)} form="bulk" />
              {queue.allMatching(number(found))}
            </label>
          ) : null}
          <a class="btn bare" href={queuePath({ tab: state.tab, site: state.site })}>
            {queue.clear}
          </a>
        </span>
      </div>
    </>
  );
};
