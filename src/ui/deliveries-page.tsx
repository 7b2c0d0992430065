import type { FC } from "hono/jsx";
import type { Site } from "../contract/site.ts";
import type { Deliveries, Delivery } from "../site/delivery/deliveries.ts";
import type { Reply } from "../site/delivery/exchange.ts";
import { Layout } from "./layout.tsx";
import { commentPath } from "./row.tsx";
import { Time } from "./time.tsx";

interface Props {
  readonly site: Site;
  readonly deliveries: Deliveries;
  readonly session: { name: string; csrf: string };
  /** What the webhook answered to a test event just sent. */
  readonly tested?: Reply | undefined;
}

/** What is still to be told to the blog: what waits, what fails and why, what was given up. */
export const DeliveriesPage: FC<Props> = ({ site, deliveries, session, tested }) => (
  <Layout title="Deliveries" name={session.name} csrf={session.csrf} here="sites">
    <p>
      <a href={`/sites/${site.id}`}>← {site.settings.name}</a>
    </p>
    <h1>Deliveries</h1>
    <Endpoint site={site.id} deliveries={deliveries} csrf={session.csrf} tested={tested} />
    <List
      title="Given up"
      site={site.id}
      items={deliveries.dead}
      count={deliveries.counts.dead}
      csrf={session.csrf}
    >
      Not tried any more, after three days or because the blog said that its address is gone. A replay sends
      where the comment is now.
    </List>
    <List
      title="On their way"
      site={site.id}
      items={deliveries.underway}
      count={deliveries.counts.waiting + deliveries.counts.retrying}
      csrf={session.csrf}
    >
      Tried again by themselves with growing pauses, for three days.
    </List>
  </Layout>
);

const Endpoint: FC<{
  site: string;
  deliveries: Deliveries;
  csrf: string;
  tested: Reply | undefined;
}> = ({ site, deliveries: { webhook, circuit }, csrf, tested }) => (
  <section class="card">
    {webhook === null ? (
      <p>
        This site has no webhook: its blog reads the decisions from the feed. Set an address on{" "}
        <a href={`/sites/${site}`}>the site’s page</a> to have them sent.
      </p>
    ) : (
      <>
        <p>
          Decisions go to <code>{webhook}</code>.
        </p>
        {circuit ? (
          <p class="fault" role="status">
            It takes nothing since <Time at={circuit.since} />: {circuit.reason}. One event is tried at a
            time, the next at <Time at={circuit.due} />; when it gets through, all others follow.
          </p>
        ) : null}
        <form method="post" action={`/sites/${site}/deliveries/test`}>
          <input type="hidden" name="csrf" value={csrf} />
          <button type="submit">Send a test event</button>
        </form>
        {tested ? <Tested reply={tested} /> : null}
      </>
    )}
  </section>
);

const Tested: FC<{ reply: Reply }> = ({ reply }) => {
  const taken = reply.status !== undefined && reply.status >= 200 && reply.status < 300;
  return (
    <p class={taken ? "notice" : "fault"} role="status">
      {taken ? "The test event was taken" : "The test event was not taken"}: {answerText(reply)}
    </p>
  );
};

/** An answer in a line: its status, how long it took, how it begins. */
export const answerText = ({
  status,
  ms,
  answer,
}: {
  status?: number | null;
  ms: number;
  answer: string;
}): string =>
  [status ? `status ${status}` : "no answer", `${ms} ms`, answer].filter((part) => part !== "").join(", ");

const List: FC<{
  title: string;
  site: string;
  items: readonly Delivery[];
  count: number;
  csrf: string;
  children: string;
}> = ({ title, site, items, count, csrf, children }) => (
  <section class="card">
    <h2>
      {title} <small class="count">{count}</small>
    </h2>
    {items.length === 0 ? (
      <p class="dim">None.</p>
    ) : (
      <>
        <p class="hint">{children}</p>
        {items[0]?.state === "dead" ? <Replay site={site} csrf={csrf} label="Replay all" /> : null}
        <section class="scroll" tabindex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                <th>Comment</th>
                <th>Since</th>
                <th class="number">Tried</th>
                <th>Next</th>
                <th>Last failure</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Line site={site} item={item} csrf={csrf} />
              ))}
            </tbody>
          </table>
        </section>
        {items.length < count ? (
          <p class="dim">
            The oldest {items.length} of {count}.
          </p>
        ) : null}
      </>
    )}
  </section>
);

const Line: FC<{ site: string; item: Delivery; csrf: string }> = ({ site, item, csrf }) => (
  <tr>
    <td>
      <a href={commentPath({ site, id: item.comment })}>{item.comment}</a>
    </td>
    <td>
      <Time at={item.event} />
    </td>
    <td class="number">{item.attempts}</td>
    <td>{item.state === "dead" ? "never" : item.state === "sending" ? "now" : <Time at={item.due} />}</td>
    <td>
      <bdi>{item.failure ?? ""}</bdi>
    </td>
    <td>
      <Replay site={site} id={item.comment} csrf={csrf} label="Replay" />
    </td>
  </tr>
);

/** Sends where a comment is now, or, without an id, where each is that was given up. */
export const Replay: FC<{ site: string; csrf: string; label: string; id?: string; back?: string }> = ({
  site,
  csrf,
  label,
  id,
  back,
}) => (
  <form method="post" action={`/sites/${site}/deliveries/replay`} class="inline">
    <input type="hidden" name="csrf" value={csrf} />
    {id === undefined ? null : <input type="hidden" name="id" value={id} />}
    {back === undefined ? null : <input type="hidden" name="back" value={back} />}
    <button class="quiet" type="submit">
      {label}
    </button>
  </form>
);
