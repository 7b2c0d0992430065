import type { FC } from "hono/jsx";
import type { QueueItem } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { Row } from "../queue/row.tsx";

interface Props {
  readonly items: readonly QueueItem[];
  readonly now: number;
  readonly back: string;
}

/** The comments behind one card, each to be decided by itself. */
export const BehindPage: FC<Props> = ({ items, now, back }) => {
  const { queue, comment } = useMessages();
  return (
    <Layout title={queue.title} here="queue" script>
      <p class="back">
        <a href="/queue">{comment.back}</a>
      </p>
      <h1>{queue.alike(items.length)}</h1>
      <ol class="rows">
        {items.map((item) => (
          <Row item={item} back={back} now={now} showSite={false} />
        ))}
      </ol>
    </Layout>
  );
};
