import type { FC } from "hono/jsx";
import type { English } from "../messages/en.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "./layout.tsx";

interface Props {
  readonly what: keyof English["frame"]["missing"];
  readonly session: { name: string; csrf: string };
}

/** Something that is not, or no longer, there. */
export const Missing: FC<Props> = ({ what, session }) => {
  const { frame } = useMessages();
  return (
    <Layout title={frame.notFound} name={session.name} csrf={session.csrf}>
      <section class="empty">
        <h1 class="big">{frame.missing[what]}</h1>
        <p>
          {frame.mayBeDeleted} <a href="/queue">{frame.backToQueue}</a>
        </p>
      </section>
    </Layout>
  );
};
