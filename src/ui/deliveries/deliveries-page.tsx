import type { FC } from "hono/jsx";
import { systems } from "../../contract/integration.ts";
import type { Deliveries, Delivery, Reply } from "../../contract/outgoing.ts";
import type { SiteView } from "../../contract/site.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { commentPath } from "../parts/paths.ts";
import { Replay } from "../parts/replay.tsx";
import { Time } from "../parts/words.tsx";
import { SiteFrame, tabPath } from "../sites/site-frame.tsx";
import { EventTold } from "./event-told.tsx";

interface Props {
  readonly site: SiteView;
  readonly deliveries: Deliveries;
  /** What the webhook answered to a test event just sent. */
  readonly tested?: Reply | undefined;
}

/** What is still to be told to the blog: what waits, what fails and why, what was given up. */
export const DeliveriesPage: FC<Props> = ({ site, deliveries, tested }) => {
  const { deliveries: text } = useMessages();
  const { counts, dead, underway } = deliveries;
  return (
    <SiteFrame site={site} tab="connection" title={text.title} isPart>
      <Endpoint site={site} deliveries={deliveries} tested={tested} />
      <List title={text.dead} site={site.id} items={dead} count={counts.dead}>
        {text.deadHint}
      </List>
      <List title={text.underway} site={site.id} items={underway} count={counts.waiting + counts.retrying}>
        {text.underwayHint}
      </List>
    </SiteFrame>
  );
};

const Endpoint: FC<Props> = ({ site: { id: site, settings }, deliveries, tested }) => {
  const { deliveries: text } = useMessages();
  const { webhook, failing } = deliveries;
  return (
    <section class="card">
      <Ways site={site} mode={settings.mode} deliveries={deliveries} />
      {failing.map(({ endpoint, since, due, reason }) => (
        <p class="fault" role="status">
          {text.endpoints[endpoint]}: {text.failing.since} <Time at={since} />: <bdi>{reason}</bdi>.{" "}
          {text.failing.next} <Time at={due} />.
        </p>
      ))}
      {webhook === null ? null : (
        <Form action={`/sites/${site}/deliveries/test`}>
          <button type="submit">{text.sendTest}</button>
        </Form>
      )}
      {tested ? <EventTold reply={tested} /> : null}
    </section>
  );
};

/** How the blog hears of decisions: each way that there is. */
const Ways: FC<{
  site: string;
  mode: string;
  deliveries: Pick<Deliveries, "webhook" | "akismet" | "system">;
}> = ({ site, mode, deliveries: { webhook, akismet, system } }) => {
  const { deliveries: text } = useMessages();
  return (
    <>
      {mode === "log-only" ? <p class="notice">{text.onlyWatches}</p> : null}
      {akismet ? <p>{text.toWordPress}</p> : null}
      {system ? (
        <p>
          {text.toSystem(systems[system.name])} <code dir="ltr">{system.endpoint}</code>
        </p>
      ) : null}
      {webhook === null ? (
        <p>
          {akismet || system ? text.noWebhookElse : text.noWebhook}{" "}
          <a href={tabPath(site, "connection")}>{text.theSettings}</a>.
        </p>
      ) : (
        <p>
          {akismet || system ? text.goToElse : text.goTo} <code>{webhook}</code>
        </p>
      )}
    </>
  );
};

interface ListProps {
  readonly title: string;
  readonly site: string;
  readonly items: readonly Delivery[];
  readonly count: number;
  readonly children: string;
}

const List: FC<ListProps> = ({ title, site, items, count, children }) => {
  const { deliveries: text } = useMessages();
  return (
    <section class="card">
      <h2>
        {title} <small class="count">{count}</small>
      </h2>
      {items.length === 0 ? <p class="dim">{text.none}</p> : <p class="hint">{children}</p>}
      {items[0]?.state === "dead" ? <Replay site={site} label={text.replayAll} /> : null}
      {items.length === 0 ? null : <Table title={title} site={site} items={items} />}
      {items.length < count ? <p class="dim">{text.oldest(items.length, count)}</p> : null}
    </section>
  );
};

const Table: FC<Pick<ListProps, "title" | "site" | "items">> = ({ title, site, items }) => {
  const { deliveries: text } = useMessages();
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th>{text.comment}</th>
            <th>{text.since}</th>
            <th class="number">{text.tried}</th>
            <th>{text.next}</th>
            <th>{text.lastFailure}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr>
              <td>
                <a href={commentPath({ site, id: item.comment })}>
                  <bdi>{item.comment}</bdi>
                </a>
              </td>
              <td>
                <Time at={item.event} />
              </td>
              <td class="number">{item.attempts}</td>
              <td>
                <Next item={item} />
              </td>
              <td>
                <bdi>{item.failure ?? ""}</bdi>
              </td>
              <td>
                <Replay site={site} id={item.comment} label={text.replay} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Next: FC<{ item: Delivery }> = ({ item }) => {
  const { deliveries: text } = useMessages();
  if (item.state === "waiting") return <Time at={item.due} />;
  return <span>{item.state === "dead" ? text.never : text.now}</span>;
};
