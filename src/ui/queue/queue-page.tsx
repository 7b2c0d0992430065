import type { Child, FC } from "hono/jsx";
import type { LastDecision } from "../../contract/decided.ts";
import type { SiteView } from "../../contract/site.ts";
import type { Counts } from "../../contract/views.ts";
import type { QueueList } from "../../service/list.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { BulkBar, Controls, Last, Tabs } from "./controls.tsx";
import { Empty, type Idle } from "./empty.tsx";
import { countOf, pageSizes, type QueueState, queuePath } from "./queue-state.ts";
import { Row } from "./row.tsx";

interface QueueProps {
  readonly state: QueueState;
  readonly page: QueueList;
  readonly counts: Counts;
  /** How many match what is searched for; undefined: nothing is. */
  readonly found: number | undefined;
  /** Of what was typed to search for, what was not understood. */
  readonly unknown: readonly string[];
  readonly sites: readonly Pick<SiteView, "id" | "settings">[];
  readonly now: number;
  readonly last: LastDecision | undefined;
  readonly idle: Idle | undefined;
  /** How the sites are, at the top. */
  readonly health?: Child;
}

const BULK = "bulk";

/** The moderator's page. */
export const QueuePage: FC<QueueProps> = (props) => {
  const { state, page, counts, sites, last, now, found, health } = props;
  const { queue } = useMessages();
  const back = queuePath(state);
  return (
    <Layout title={queue.tabs[state.tab]} here="queue" script>
      <h1 class="unseen">{queue.title}</h1>
      {state.view === "focus" ? null : health}
      <div class={state.view === "focus" ? "around focus" : "around"}>
        <Tabs state={state} counts={counts} />
        <Controls state={state} sites={sites} found={found} unknown={props.unknown} />
      </div>
      {page.unreachable.length > 0 ? (
        <p class="notice bad" role="status">
          {queue.unreachable(page.unreachable.join(", "))}
        </p>
      ) : null}
      <p id="came" class="notice" hidden />
      <Last last={last} back={back} now={now} />
      {page.items.length === 0 ? (
        <Empty
          state={state}
          hasSites={sites.length > 0}
          isSearched={found !== undefined}
          elsewhere={found ?? countOf(state.tab, counts)}
          idle={props.idle}
        />
      ) : (
        <List {...props} back={back} />
      )}
      {state.after || page.next || state.per !== pageSizes[0] ? (
        <nav class="more">
          {state.after ? (
            <a class="button" href={queuePath({ ...state, after: undefined })}>
              {queue.first}
            </a>
          ) : null}
          {page.next ? (
            <a class="button next" href={queuePath({ ...state, after: page.next })} rel="next">
              {queue.more}
            </a>
          ) : null}
          {pageSizes
            .filter((size) => size !== state.per && state.view !== "focus")
            .map((size) => (
              <a class="button quiet" href={queuePath({ ...state, per: size, after: undefined })}>
                {queue.perPage(size)}
              </a>
            ))}
        </nav>
      ) : null}
    </Layout>
  );
};

const List: FC<QueueProps & { back: string }> = ({ state, page, sites, now, found, counts, back }) => {
  const focus = state.view === "focus";
  const { queue } = useMessages();
  const total = found ?? counts.pending;
  return (
    <>
      {focus ? (
        <p class="position" data-total={total}>
          {queue.ofMany(1, total)} <span class="dim swipe">{queue.swipe}</span>
        </p>
      ) : (
        <BulkBar id={BULK} state={state} until={now} found={found} />
      )}
      <ol class={focus ? "rows focus" : "rows"}>
        {page.items.map((item) => (
          <Row
            item={item}
            back={back}
            now={now}
            showSite={state.site === undefined && sites.length > 1}
            bulk={focus ? undefined : BULK}
          />
        ))}
      </ol>
    </>
  );
};
