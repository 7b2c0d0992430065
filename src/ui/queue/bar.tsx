import type { FC } from "hono/jsx";
import type { Counts } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { useNumber } from "../parts/words.tsx";
import { countOf, type QueueState, queuePath, type Tab, tabs } from "./queue-state.ts";

/** Over everything: where comments are, how many, and the search. */
export const QueueBar: FC<{ state: QueueState; counts: Counts }> = ({ state, counts }) => (
  <>
    <Tabs state={state} counts={counts} />
    <Search state={state} />
  </>
);

const Tabs: FC<{ state: QueueState; counts: Counts }> = ({ state, counts }) => {
  const { queue } = useMessages();
  const number = useNumber();
  return (
    <nav class="tabs" aria-label={queue.status}>
      {(Object.keys(tabs) as Tab[]).map((tab) => (
        <a
          href={queuePath({ tab, site: state.site, q: state.q })}
          aria-current={tab === state.tab ? "page" : undefined}
        >
          {queue.tabs[tab]}{" "}
          <span class="n" data-status={tabs[tab].status} data-n={String(countOf(tab, counts))}>
            {number(countOf(tab, counts))}
          </span>
        </a>
      ))}
    </nav>
  );
};

/** The whole state but the place in the list: a plain form that leads to an address. */
const Search: FC<{ state: QueueState }> = ({ state }) => {
  const { queue } = useMessages();
  return (
    <search>
      <form class="search" id="search" method="get" action="/queue">
        <Icon name="search" />
        {state.tab === "waiting" ? null : <input type="hidden" name="tab" value={state.tab} />}
        {state.view ? <input type="hidden" name="view" value={state.view} /> : null}
        <input
          type="search"
          name="q"
          value={state.q ?? ""}
          aria-label={queue.search}
          placeholder={queue.searchHint}
          maxlength={500}
          autocomplete="off"
          dir="auto"
        />
        <kbd>
          <span aria-hidden="true">/</span>
        </kbd>
        <div class="hints">
          <h2>{queue.narrow}</h2>
          <dl>
            {queue.hints.map(([term, meaning]) => (
              <>
                <dt>
                  <span dir="ltr">{term}</span>
                </dt>
                <dd>{meaning}</dd>
              </>
            ))}
          </dl>
        </div>
      </form>
    </search>
  );
};

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
