import type { FC } from "hono/jsx";
import type { Site } from "../../contract/site.ts";
import type { Deliveries, Delivery } from "../../site/delivery/deliveries.ts";
import type { Reply } from "../../site/delivery/exchange.ts";
import { type Messages, useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { Time } from "../parts/time.tsx";

interface Props {
  readonly site: Site;
  readonly deliveries: Deliveries;
  /** What the webhook answered to a test event just sent. */
  readonly tested?: Reply | undefined;
}

/** What is still to be told to the blog: what waits, what fails and why, what was given up. */
export const DeliveriesPage: FC<Props> = ({ site, deliveries, tested }) => {
  const { deliveries: told } = useMessages();
  const { counts, dead, underway } = deliveries;
  return (
    <Layout title={told.title} here="sites">
      <p>
        <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
      </p>
      <h1>{told.title}</h1>
      <Endpoint site={site.id} deliveries={deliveries} tested={tested} />
      <List title={told.dead} site={site.id} items={dead} count={counts.dead}>
        {told.deadHint}
      </List>
      <List title={told.underway} site={site.id} items={underway} count={counts.waiting + counts.retrying}>
        {told.underwayHint}
      </List>
    </Layout>
  );
};

const Endpoint: FC<{ site: string; deliveries: Deliveries; tested: Reply | undefined }> = ({
  site,
  deliveries: { webhook, failing },
  tested,
}) => {
  const { deliveries: told } = useMessages();
  return (
    <section class="card">
      {webhook === null ? (
        <p>
          {told.noWebhook} <a href={`/sites/${site}`}>{told.theSettings}</a>.
        </p>
      ) : (
        <p>
          {told.goTo} <code>{webhook}</code>
        </p>
      )}
      {failing.map(({ endpoint, since, due, reason }) => (
        <p class="fault" role="status">
          {told.endpoints[endpoint]}: {told.failing.since} <Time at={since} />: <bdi>{reason}</bdi>.{" "}
          {told.failing.next} <Time at={due} />.
        </p>
      ))}
      {webhook === null ? null : (
        <Form action={`/sites/${site}/deliveries/test`}>
          <button type="submit">{told.sendTest}</button>
        </Form>
      )}
      {tested ? <Tested reply={tested} /> : null}
    </section>
  );
};

const Tested: FC<{ reply: Reply }> = ({ reply }) => {
  const { deliveries: told } = useMessages();
  const taken = reply.status !== undefined && reply.status >= 200 && reply.status < 300;
  const answer = answerText(reply, told);
  return (
    <p class={taken ? "notice" : "fault"} role="status">
      {taken ? told.taken(answer) : told.notTaken(answer)}
    </p>
  );
};

interface Answer {
  readonly status?: number | null;
  readonly ms: number;
  readonly answer: string;
}

/** An answer in a line: its status, how long it took, how it begins. */
export const answerText = ({ status, ms, answer }: Answer, told: Messages["deliveries"]): string =>
  [status ? told.status(status) : told.noAnswer, told.ms(ms), answer]
    .filter((part) => part !== "")
    .join(", ");

interface ListProps {
  readonly title: string;
  readonly site: string;
  readonly items: readonly Delivery[];
  readonly count: number;
  readonly children: string;
}

const List: FC<ListProps> = ({ title, site, items, count, children }) => {
  const { deliveries: told } = useMessages();
  return (
    <section class="card">
      <h2>
        {title} <small class="count">{count}</small>
      </h2>
      {items.length === 0 ? <p class="dim">{told.none}</p> : <p class="hint">{children}</p>}
      {items[0]?.state === "dead" ? <Replay site={site} label={told.replayAll} /> : null}
      {items.length === 0 ? null : <Table title={title} site={site} items={items} />}
      {items.length < count ? <p class="dim">{told.oldest(items.length, count)}</p> : null}
    </section>
  );
};

const Table: FC<Pick<ListProps, "title" | "site" | "items">> = ({ title, site, items }) => {
  const { deliveries: told } = useMessages();
  return (
    <section class="scroll" tabindex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th>{told.comment}</th>
            <th>{told.since}</th>
            <th class="number">{told.tried}</th>
            <th>{told.next}</th>
            <th>{told.lastFailure}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr>
              <td>
                <a href={commentPath({ site, id: item.comment })}>{item.comment}</a>
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
                <Replay site={site} id={item.comment} label={told.replay} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const Next: FC<{ item: Delivery }> = ({ item }) => {
  const { deliveries: told } = useMessages();
  if (item.state === "waiting") return <Time at={item.due} />;
  return <span>{item.state === "dead" ? told.never : told.now}</span>;
};

/** Sends where a comment is now, or, without an id, where each is that was given up. */
export const Replay: FC<{ site: string; label: string; id?: string; back?: string }> = ({
  site,
  label,
  id,
  back,
}) => (
  <Form action={`/sites/${site}/deliveries/replay`} class="inline">
    {id === undefined ? null : <input type="hidden" name="id" value={id} />}
    {back === undefined ? null : <input type="hidden" name="back" value={back} />}
    <button class="quiet" type="submit">
      {label}
    </button>
  </Form>
);
