import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { rowId } from "../queue/row.tsx";
import { Reading } from "../reading/reading.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

interface Props {
  readonly item: CommentDetail;
  readonly now: number;
  readonly hosts: readonly string[];
  /** A decision that was refused, and why. */
  readonly refusal?: string | undefined;
}

/** A comment by itself, with everything that is known of it. */
export const CommentPage: FC<Props> = ({ item, now, hosts, refusal }) => {
  const { comment, words } = useMessages();
  const name = item.comment.author.name || words.noName;
  return (
    <Layout title={`${comment.title} · ${name}`} here="queue" script main="page one">
      <p class="back">
        <a href="/queue">{comment.back}</a>
      </p>
      <h1>
        <bdi>{name}</bdi> <small>{words.statuses[item.status]}</small>
      </h1>
      <div class="row is-open alone" id={rowId(item)} data-status={item.status} data-alone>
        <Reading
          item={item}
          now={now}
          hosts={hosts}
          back={commentPath(item)}
          place={{ list: "/queue" }}
          refusal={refusal}
        />
      </div>
      <VerdictDetails item={item} />
    </Layout>
  );
};
