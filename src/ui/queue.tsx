import type { Child, FC } from "hono/jsx";
import type { CommentView, Counts } from "../site/view.ts";
import type { QueuePage } from "./desk.ts";
import { Layout } from "./layout.tsx";
import { Actions, Row } from "./row.tsx";
import { type QueueState, queuePath, type Tab, tabs } from "./state.ts";
import { decided } from "./words.ts";

interface QueueProps {
  readonly state: QueueState;
  readonly page: QueuePage;
  readonly counts: Counts;
  readonly sites: readonly { id: string; settings: { name: string } }[];
  readonly session: { name: string; csrf: string };
  /** How the sites are. */
  readonly health?: Child;
  readonly now: number;
  /** The comment just decided. */
  readonly did?: CommentView | undefined;
}

const sortLabels = {
  oldest: "oldest first",
  newest: "newest first",
  doubtful: "most doubtful first",
  riskiest: "riskiest first",
};

/** The moderator's page. */
export const Queue: FC<QueueProps> = ({ state, page, counts, sites, session, now, did, health }) => {
  const back = queuePath(state);
  return (
    <Layout title={tabs[state.tab].label} name={session.name} csrf={session.csrf} here="queue">
      <h1 class="unseen">Comments</h1>
      {health}
      <Tabs state={state} counts={counts} />
      <Controls state={state} sites={sites} />
      {page.unreachable.length > 0 ? (
        <p class="notice" role="status">
          No answer from {page.unreachable.join(", ")}: what is shown of it may be old. Nothing is lost.
        </p>
      ) : null}
      {did ? <Did item={did} csrf={session.csrf} back={back} /> : null}
      {page.items.length === 0 ? (
        <Empty tab={state.tab} counts={counts} hasSites={sites.length > 0} />
      ) : (
        <ol class="rows">
          {page.items.map((item) => (
            <Row
              item={item}
              csrf={session.csrf}
              back={back}
              now={now}
              showSite={state.site === undefined && sites.length > 1}
            />
          ))}
        </ol>
      )}
      {page.next ? (
        <p class="more">
          <a class="button" href={queuePath({ ...state, after: page.next })}>
            Next comments
          </a>
        </p>
      ) : null}
      <Keys />
    </Layout>
  );
};

const Tabs: FC<{ state: QueueState; counts: Counts }> = ({ state, counts }) => {
  const all = counts.pending + counts.published + counts.spam + counts.discarded;
  const count = {
    waiting: counts.pending,
    spam: counts.spam,
    published: counts.published,
    discarded: counts.discarded,
    all,
  };
  return (
    <nav class="tabs" aria-label="Status">
      {(Object.keys(tabs) as Tab[]).map((tab) => (
        <a href={queuePath({ tab, site: state.site })} aria-current={tab === state.tab ? "page" : undefined}>
          {tabs[tab].label}{" "}
          <span class="count" data-status={tabs[tab].status}>
            {count[tab]}
          </span>
        </a>
      ))}
    </nav>
  );
};

const Controls: FC<Pick<QueueProps, "state" | "sites">> = ({ state, sites }) => (
  <form class="controls" method="get" action="/queue">
    {state.tab === "waiting" ? null : <input type="hidden" name="tab" value={state.tab} />}
    {sites.length > 1 ? (
      <label>
        <span class="unseen">Site</span>
        <select name="site">
          <option value="">All sites</option>
          {sites.map(({ id, settings }) => (
            <option value={id} selected={id === state.site}>
              {settings.name}
            </option>
          ))}
        </select>
      </label>
    ) : state.site === undefined ? null : (
      <input type="hidden" name="site" value={state.site} />
    )}
    <label>
      <span class="unseen">Order</span>
      <select name="sort">
        {Object.entries(sortLabels).map(([sort, label]) => (
          <option value={sort} selected={sort === state.sort}>
            {label}
          </option>
        ))}
      </select>
    </label>
    <button class="quiet" type="submit">
      Show
    </button>
  </form>
);

const Did: FC<{ item: CommentView; csrf: string; back: string }> = ({ item, csrf, back }) => (
  <section class="did" aria-label="Just decided" role="status">
    <p>
      {item.decided ? decided[item.decided.decision] : "Undone: it is back where it was"} ·{" "}
      <bdi>{item.comment.author.name || "(no name)"}</bdi>
    </p>
    {item.decided ? <Actions item={item} csrf={csrf} back={back} /> : null}
  </section>
);

const Empty: FC<{ tab: Tab; counts: Counts; hasSites: boolean }> = ({ tab, counts, hasSites }) => (
  <section class="empty">
    {!hasSites ? (
      <p>
        No site yet. <a href="/sites">Make one</a>, and its comments come here.
      </p>
    ) : tab === "waiting" ? (
      <>
        <p class="big">Nothing waits for you.</p>
        <p>
          {counts.published} published and {counts.spam} stopped so far.{" "}
          {counts.spam > 0 ? (
            <a href={queuePath({ tab: "spam" })}>Look at the least certain of the spam</a>
          ) : null}
        </p>
      </>
    ) : (
      <p>Nothing here.</p>
    )}
  </section>
);

const Keys: FC = () => (
  <details class="keys">
    <summary>Keys</summary>
    <p>
      <kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>a</kbd> approve · <kbd>s</kbd> spam · <kbd>d</kbd>{" "}
      discard · <kbd>z</kbd> undo · <kbd>o</kbd> why · <kbd>?</kbd> this
    </p>
    <label>
      <input type="checkbox" id="keys-on" checked /> Keys are on
    </label>
  </details>
);
