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
        <kbd>/</kbd>
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
