import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Actions } from "../parts/actions.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { spansOf, Text } from "../parts/text.tsx";
import { Ago } from "../parts/words.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

interface Props {
  readonly item: CommentDetail;
  readonly now: number;
  /** A decision that was refused, and why. */
  readonly refusal?: string | undefined;
}

/** A comment opened, with the reasons of its verdict. */
export const CommentPage: FC<Props> = ({ item, now, refusal }) => {
  const { comment: text, words, queue } = useMessages();
  const { comment } = item;
  const about = comment.post.title || comment.post.url;
  return (
    <Layout title={text.title} here="queue" script>
      <p class="back">
        <a href="/queue">{text.back}</a>
      </p>
      <div class="row card" id={`c-${item.site}-${item.id}`} data-status={item.status} data-alone>
        <article>
          <h1>
            <bdi>{comment.author.name || words.noName}</bdi>{" "}
            <small class="dim">
              {words.statuses[item.status]}, <Ago at={item.arrived} now={now} />
            </small>
          </h1>
          {about ? (
            <p class="dim">
              {queue.on}{" "}
              <bdi>
                <Text text={about} />
              </bdi>
            </p>
          ) : null}
          {refusal ? (
            <p class="fault" role="alert">
              {refusal}
            </p>
          ) : null}
          {comment.parent?.content ? (
            <blockquote class="parent whole" dir="auto">
              <Text text={comment.parent.content} />
            </blockquote>
          ) : null}
          <p class="text whole" dir="auto">
            <Text text={comment.content} spans={spansOf(item, "content")} />
          </p>
          <Actions item={item} back={commentPath(item)} until={now} opened />
        </article>
      </div>
      <VerdictDetails item={item} />
    </Layout>
  );
};
