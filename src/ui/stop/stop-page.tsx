import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";

/** What the link that stops mails shows: to open it changes nothing. */
export const StopPage: FC<{ site: string }> = ({ site }) => {
  const { mails } = useMessages();
  return (
    <Layout title={mails.stop}>
      <section class="card narrow login">
        <h1>{mails.stopTitle(site)}</h1>
        <p>{mails.stopHint}</p>
        <form method="post" class="fields">
          <button class="primary" type="submit">
            {mails.stop}
          </button>
        </form>
      </section>
    </Layout>
  );
};

export const Stopped: FC<{ site: string }> = ({ site }) => {
  const { mails } = useMessages();
  return (
    <Layout title={mails.stop}>
      <section class="card narrow login">
        <h1 role="status">{mails.stopped(site)}</h1>
        <p>
          {mails.stopHint} <a href="/account#mails">{mails.account}</a>
        </p>
      </section>
    </Layout>
  );
};

export const StopGone: FC = () => {
  const { mails } = useMessages();
  return (
    <Layout title={mails.gone}>
      <section class="empty">
        <h1 class="big">{mails.gone}</h1>
        <p>
          {mails.goneHint} <a href="/account#mails">{mails.account}</a>.
        </p>
      </section>
    </Layout>
  );
};
