import type { FC } from "hono/jsx";
import type { QueueItem } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { likelihood } from "../parts/words.tsx";
import { type QueueState, queuePath } from "./queue-state.ts";

/** What the filter did while nobody was needed. */
export interface Idle {
  readonly published: number;
  readonly stopped: number;
  /** The spam it was least sure of. */
  readonly leastCertain: readonly QueueItem[];
}

interface EmptyProps {
  readonly state: QueueState;
  readonly hasSites: boolean;
  readonly isSearched: boolean;
  /** How many there are, only not on this page. */
  readonly elsewhere: number;
  readonly idle: Idle | undefined;
}

/** What is true when no comment is there. */
export const Empty: FC<EmptyProps> = ({ state, hasSites, isSearched, elsewhere, idle }) => {
  const { queue } = useMessages();
  return (
    <section class="empty">
      {!hasSites ? (
        <p>
          {queue.noSite} <a href="/sites">{queue.makeOne}</a>
        </p>
      ) : elsewhere > 0 ? (
        <p>
          {queue.notOnThisPage(elsewhere)}{" "}
          <a href={queuePath({ ...state, after: undefined })}>{queue.showFirst}</a>
        </p>
      ) : isSearched ? (
        <p>{queue.nothingFound}</p>
      ) : state.tab === "waiting" && idle ? (
        <Nothing idle={idle} />
      ) : (
        <p>{queue.nothingHere}</p>
      )}
    </section>
  );
};

const MOST_TEXT = 90;

const Nothing: FC<{ idle: Idle }> = ({ idle: { published, stopped, leastCertain } }) => {
  const messages = useMessages();
  const { queue, words } = messages;
  return (
    <>
      <p class="big">{queue.nothingWaits}</p>
      <p>{queue.since(published, stopped)}</p>
      {leastCertain.length === 0 ? null : (
        <>
          <p class="dim">{queue.leastCertain}</p>
          <ul class="plain least">
            {leastCertain.map((item) => (
              <li>
                <a href={commentPath(item)}>
                  <bdi>{item.comment.author.name || words.noName}</bdi>:{" "}
                  <bdi>
                    <Text text={item.comment.content.slice(0, MOST_TEXT)} />
                  </bdi>
                </a>{" "}
                <span class="dim">
                  {likelihood(messages, item.verdict)} {item.verdict.probability.toFixed(2)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};
