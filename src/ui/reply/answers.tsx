import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Text } from "../parts/text.tsx";
import { Ago } from "../parts/words.tsx";

/** What was answered to a comment from here, and whether it went to the blog. */
export const Answers: FC<{ item: CommentDetail; now: number }> = ({ item, now }) => {
  const { reply } = useMessages();
  const answers = item.history.filter(({ type }) => type === "comment.reply");
  return answers.map(({ by, at, content, withdrawn }) => (
    <section class="part">
      <h3>
        {reply.answered} · <bdi>{by}</bdi>, <Ago at={Date.parse(at)} now={now} />
      </h3>
      {withdrawn ? <p class="dim">{reply.withdrawn}</p> : null}
      <p class="answer" dir="auto">
        <Text text={content ?? ""} />
      </p>
    </section>
  ));
};
