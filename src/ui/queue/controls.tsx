import type { FC } from "hono/jsx";
import { sorts } from "../../contract/search.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Counts } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { SiteChoice } from "../parts/site-choice.tsx";
import { countOf, type QueueState, queuePath, type Tab, tabs } from "./queue-state.ts";

/** Where comments are, and how many. */
export const Tabs: FC<{ state: QueueState; counts: Counts }> = ({ state, counts }) => {
  const { queue } = useMessages();
  return (
    <nav class="tabs" aria-label={queue.status}>
      {(Object.keys(tabs) as Tab[]).map((tab) => (
        <a
          href={queuePath({ tab, site: state.site, q: state.q })}
          aria-current={tab === state.tab ? "page" : undefined}
        >
          {queue.tabs[tab]}{" "}
          <span class="count" data-status={tabs[tab].status}>
            {countOf(tab, counts)}
          </span>
        </a>
      ))}
    </nav>
  );
};

interface ControlsProps {
  readonly state: QueueState;
  readonly sites: readonly Pick<SiteView, "id" | "settings">[];
  readonly found: number | undefined;
  readonly unknown: readonly string[];
}

/** Search, site and order: a plain form that leads to an address. */
export const Controls: FC<ControlsProps> = ({ state, sites, found, unknown }) => {
  const { queue } = useMessages();
  const focus = state.view === "focus";
  return (
    <search>
      <form class="controls" method="get" action="/queue">
        {state.tab === "waiting" ? null : <input type="hidden" name="tab" value={state.tab} />}
        {focus ? <input type="hidden" name="view" value="focus" /> : null}
        <label class="search">
          <span class="unseen">{queue.search}</span>
          <input
            type="search"
            name="q"
            value={state.q ?? ""}
            placeholder={queue.search}
            title={queue.searchHint}
            maxlength={500}
            autocomplete="off"
            dir="auto"
          />
        </label>
        <Sites state={state} sites={sites} />
        <label>
          <span class="unseen">{queue.order}</span>
          <select name="sort">
            {sorts.map((sort) => (
              <option value={sort} selected={sort === state.sort}>
                {queue.sorts[sort]}
              </option>
            ))}
          </select>
        </label>
        <button class="show" type="submit">
          {queue.show}
        </button>
        <a
          class="button quiet"
          id="focus-view"
          href={queuePath({ ...state, after: undefined, view: focus ? undefined : "focus" })}
        >
          {focus ? queue.list : queue.focus}
        </a>
      </form>
      {found === undefined ? null : (
        <p class="found">
          <span role="status">{queue.found(found)}</span>{" "}
          {unknown.length > 0 ? <bdi class="bad">{queue.notUnderstood(unknown.join(" "))}</bdi> : null}{" "}
          <a href={queuePath({ tab: state.tab, site: state.site })}>{queue.clear}</a>
        </p>
      )}
    </search>
  );
};

const Sites: FC<Pick<ControlsProps, "state" | "sites">> = ({ state, sites }) => {
  if (sites.length > 1) return <SiteChoice sites={sites} chosen={state.site} />;
  return state.site === undefined ? null : <input type="hidden" name="site" value={state.site} />;
};
