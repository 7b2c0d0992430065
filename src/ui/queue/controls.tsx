import type { FC } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import { sorts } from "../../contract/search.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Counts } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { commentPath } from "../parts/paths.ts";
import { SiteChoice } from "../parts/site-choice.tsx";
import { Ago } from "../parts/words.tsx";
import { countOf, type QueueState, queuePath, stateFields, type Tab, tabs } from "./queue-state.ts";

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

interface LastProps {
  readonly last: LastDecision | undefined;
  readonly back: string;
  readonly now: number;
}

/** What this moderator decided last, and its undo: it is there after a reload, and without JavaScript. */
export const Last: FC<LastProps> = ({ last, back, now }) => {
  const { queue, words } = useMessages();
  if (!last) return null;
  const { batch } = last;
  const decided = words.decided[last.decision];
  return (
    <section class="last" aria-label={queue.last}>
      <p>
        <b>{batch ? queue.lastMany(decided, batch.count) : decided}</b> ·{" "}
        {batch ? null : (
          <>
            <a href={commentPath(last)}>
              <bdi>{last.author || words.noName}</bdi>
            </a>{" "}
            ·{" "}
          </>
        )}
        <Ago at={last.at} now={now} />
      </p>
      <Form action={batch ? "/queue/undo" : "/queue/decide"}>
        <input type="hidden" name="back" value={back} />
        {batch ? (
          <input type="hidden" name="batch" value={batch.name} />
        ) : (
          <>
            <input type="hidden" name="site" value={last.site} />
            <input type="hidden" name="id" value={last.id} />
            <input type="hidden" name="revision" value={String(last.revision)} />
            <input type="hidden" name="decision" value="undo" />
          </>
        )}
        <button class="undo quiet" type="submit">
          {batch ? queue.undoAll : words.decisions.undo} <kbd class="wide">z</kbd>
        </button>
      </Form>
    </section>
  );
};
