import type { Child, FC } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import type { LookedThrough } from "../../contract/search.ts";
import type { SiteView } from "../../contract/site.ts";
import type { CommentDetail, Counts, QueueItem } from "../../contract/views.ts";
import type { QueueList, SiteHealth } from "../../service/list.ts";
import { type Messages, useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { Layout } from "../parts/layout.tsx";
import { useNumber } from "../parts/words.tsx";
import { QueueBar, SearchNotes } from "./bar.tsx";
import { Empty, type Idle } from "./empty.tsx";
import { DoneLine, ListHead } from "./head.tsx";
import { HealthLine, HealthNotes, WavesCame } from "./health.tsx";
import { Looked } from "./looked.tsx";
import { countOf, isUnseen, keyOf, pageSizes, type QueueState, queuePath } from "./queue-state.ts";
import { List } from "./row.tsx";

type Sites = readonly Pick<SiteView, "id" | "settings">[];

interface QueueProps {
  readonly state: QueueState;
  readonly page: QueueList;
  readonly counts: Counts;
  /** How many match what is searched for; undefined: nothing is. */
  readonly found: number | undefined;
  /** Of what was typed to search for, what was not understood. */
  readonly unknown: readonly string[];
  /** Those that were asked. */
  readonly sites: Sites;
  /** Every site. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  readonly now: number;
  readonly last: readonly LastDecision[];
  readonly idle: (Idle & { readonly leastCertain: readonly QueueItem[] }) | undefined;
  readonly health: readonly SiteHealth[];
  /** The comment that is open. */
  readonly open: CommentDetail | undefined;
  /** Of the spam tab: how much of it was seen. */
  readonly looked?: LookedThrough | undefined;
  /** What the page is called, if it is not of a tab. */
  readonly title?: string;
}

/** The moderator's page: a list to scan, and one comment open to decide on. */
export const QueuePage: FC<QueueProps> = (props) => {
  const { state, page, counts, sites, names, now, found, health, open } = props;
  const { queue } = useMessages();
  const total = found ?? countOf(state.tab, counts);
  const items = page.items.length > 0 ? page.items : (props.idle?.leastCertain ?? []);
  const isSeenThrough = isUnseen(state) && page.items.length === 0 && state.after === undefined;
  const isAll = state.after === undefined && page.next === undefined && found === undefined;
  const first = items[0];
  const classes = [
    "queue",
    ...(open && state.open === keyOf(open) ? ["is-reading"] : []),
    ...(state.view ? ["is-alone"] : []),
  ];
  const list = items.length === 0 ? null : <List {...props} items={items} next={page.next} />;
  return (
    <Layout
      title={titleOf(queue, props, isAll, total)}
      here="queue"
      script
      main={classes.join(" ")}
      bar={<QueueBar state={state} counts={counts} />}
    >
      <ListHead
        state={state}
        sites={names}
        shown={page.items.length}
        comments={total}
        isAll={isAll}
        until={now}
      />
      <DoneLine
        last={props.last}
        back={queuePath(state)}
        now={now}
        oneByOne={first && page.items.length > 0 ? queuePath({ ...state, open: keyOf(first) }) : undefined}
      />
      <div class="scroll-list">
        <Notes {...props} total={total} />
        {page.items.length === 0 ? (
          <Empty
            state={state}
            hasSites={sites.length > 0}
            isSearched={found !== undefined}
            elsewhere={page.unreachable.length > 0 || isSeenThrough ? 0 : total}
            idle={props.idle}
          >
            {list}
          </Empty>
        ) : (
          list
        )}
        <More state={state} next={page.next} />
        {state.tab === "spam" ? (
          <Looked state={state} items={page.items} until={now} looked={props.looked} />
        ) : null}
      </div>
      <footer class="foot">
        {health.length > 0 ? <HealthLine sites={health} now={now} /> : null}
        <p class="keys">
          <kbd>j</kbd>
          <kbd>k</kbd> {queue.footKeys.move} · <kbd>x</kbd> {queue.footKeys.select} · <kbd>?</kbd>{" "}
          {queue.footKeys.all}
        </p>
      </footer>
    </Layout>
  );
};

function titleOf(
  queue: Messages["queue"],
  { page, state, title }: QueueProps,
  isAll: boolean,
  total: number,
) {
  if (title !== undefined) return title;
  return state.tab === "waiting" && isAll
    ? queue.decisionsLeft(page.items.length)
    : `${queue.tabs[state.tab]} ${total}`;
}

/** What happened, what is wrong: above the list, only while it is so. */
const Notes: FC<QueueProps & { total: number }> = (props) => {
  const { state, page, sites, names, found, unknown, health, now, total } = props;
  const { queue } = useMessages();
  const number = useNumber();
  const some = page.items.length;
  const isShort = state.tab === "waiting" && found === undefined && !page.next && !state.after;
  const waits = page.items.reduce((sum, { group }) => sum + 1 + (group?.count ?? 0), 0);
  return (
    <>
      <p id="came" class="note told" hidden />
      <HealthNotes sites={health} now={now} />
      {state.site === undefined && sites.length < names.length ? (
        <p class="note" role="status">
          <Icon name="sites" />
          {queue.someSites(number(sites.length), number(names.length))}
        </p>
      ) : null}
      {state.tab === "waiting" ? <WavesCame sites={health} back={queuePath(state)} /> : null}
      {page.unreachable.length > 0 && health.every((one) => one.health !== undefined) ? (
        <p class="note warm" role="status">
          <Icon name="warn" />
          {queue.unreachable(page.unreachable.join(", "))}
        </p>
      ) : null}
      {isShort && some > 0 && waits < total && state.sort === "oldest" && page.unreachable.length === 0 ? (
        <div class="note warm" role="status">
          <Icon name="clock" />
          <p>{queue.notAllHere(number(total), number(waits))}</p>
          <span class="act">
            <a class="btn" href={queuePath({ ...state, sort: "newest" })}>
              {queue.sorts.newest}
            </a>
          </span>
        </div>
      ) : null}
      <SearchNotes state={state} found={found} unknown={unknown} />
    </>
  );
};

const More: FC<{ state: QueueState; next: string | undefined }> = ({ state, next }) => {
  const { queue } = useMessages();
  if (!state.after && !next && state.per === pageSizes[0]) return null;
  const others: Child[] = pageSizes
    .filter((size) => size !== state.per)
    .map((size) => (
      <a class="btn bare" href={queuePath({ ...state, per: size, after: undefined, open: undefined })}>
        {queue.perPage(size)}
      </a>
    ));
  return (
    <nav class="more" aria-label={queue.more}>
      {state.after ? (
        <a class="btn" href={queuePath({ ...state, after: undefined, open: undefined })}>
          {queue.first}
        </a>
      ) : null}
      {next ? (
        <a class="btn next" href={queuePath({ ...state, after: next, open: undefined })} rel="next">
          {queue.more}
        </a>
      ) : null}
      {others}
    </nav>
  );
};
