import type { FC } from "hono/jsx";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "./layout.tsx";

/** A page that the reader's role does not reach; it says nothing of whether there is something. */
export const Forbidden: FC = () => {
  const { people, frame } = useMessages();
  return (
    <Layout title={people.notYoursTitle}>
      <section class="empty">
        <h1 class="big">{people.notYoursTitle}</h1>
        <p>
          {people.notYours} <a href="/queue">{frame.backToQueue}</a>
        </p>
      </section>
    </Layout>
  );
};
