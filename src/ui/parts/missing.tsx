import type { FC } from "hono/jsx";
import type { English } from "../messages/en.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "./layout.tsx";

interface Props {
  readonly what: keyof English["frame"]["missing"];
}

/** Something that is not, or no longer, there. */
export const Missing: FC<Props> = ({ what }) => {
  const { frame } = useMessages();
  return (
    <Layout title={frame.notFound}>
      <section class="empty">
        <h1 class="big">{frame.missing[what]}</h1>
        <p>
          {frame.mayBeDeleted} <a href="/queue">{frame.backToQueue}</a>
        </p>
      </section>
    </Layout>
  );
};
