import type { Child, FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { isUnseen, type QueueState, queuePath } from "./queue-state.ts";

/** What happened without anybody. */
export interface Idle {
  readonly published: number;
  readonly stopped: number;
}

interface EmptyProps {
  readonly state: QueueState;
  readonly hasSites: boolean;
  readonly isSearched: boolean;
  /** How many there are, only not on this page. */
  readonly elsewhere: number;
  /** What happened without anybody, if that is all there is to say. */
  readonly idle: Idle | undefined;
  /** The rows that it was least sure of. */
  readonly children?: Child;
}

/** What is true when no comment is there: that nothing waits only if nothing does. */
export const Empty: FC<EmptyProps> = ({ state, hasSites, isSearched, elsewhere, idle, children }) => {
  const { queue } = useMessages();
  if (!hasSites)
    return (
      <div class="empty">
        <h2>{queue.noSite}</h2>
        <p>
          <a href="/sites">{queue.makeOne}</a>
        </p>
      </div>
    );
  if (elsewhere > 0)
    return (
      <div class="empty">
        <h2>{queue.notOnThisPage(elsewhere)}</h2>
        <p>
          <a href={queuePath({ ...state, after: undefined, sort: "newest" })}>{queue.showFirst}</a>
        </p>
      </div>
    );
  if (isSearched || !idle)
    return (
      <div class="empty">
        <h2>{isSearched ? queue.nothingFound : isUnseen(state) ? queue.allSeen : queue.nothingHere}</h2>
      </div>
    );
  return (
    <>
      <div class="empty">
        <h2>{queue.nothingWaits}</h2>
        <p>
          {queue.since(idle.published, idle.stopped)} {children ? queue.leastCertain : null}
        </p>
      </div>
      {children}
    </>
  );
};
