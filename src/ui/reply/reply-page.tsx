import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Form } from "../parts/form.tsx";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";

interface Props {
  readonly item: CommentDetail;
  /** Where to go afterwards. */
  readonly back: string;
  /** What was typed and not taken, and why. */
  readonly typed?: string;
  readonly fault?: string;
}

/** Answering a comment, on a page. */
export const ReplyPage: FC<Props> = (props) => {
  const { reply, words } = useMessages();
  return (
    <Layout title={reply.title} here="queue">
      <p class="back">
        <a href={props.back}>{words.back}</a>
      </p>
      <section class="card narrow">
        <ReplyForm {...props} />
      </section>
    </Layout>
  );
};

const MOST_QUOTED = 600;

/** The comment, and what is answered to it. One that is not published is approved along with the answer, and the button says so. */
export const ReplyForm: FC<Props> = ({ item, back, typed = "", fault }) => {
  const { reply, words } = useMessages();
  const isPublished = item.status === "published";
  return (
    <>
      <h1>
        {reply.to} <bdi>{item.comment.author.name || words.noName}</bdi>
      </h1>
      <blockquote class="parent" dir="auto">
        <Text text={item.comment.content.slice(0, MOST_QUOTED)} />
      </blockquote>
      {fault ? (
        <p class="note loud" role="alert">
          {fault}
        </p>
      ) : null}
      <Form class="reply" action={`${commentPath(item)}/reply`}>
        <input type="hidden" name="back" value={back} />
        <input type="hidden" name="revision" value={String(item.revision)} />
        {isPublished ? null : <input type="hidden" name="approve" value="1" />}
        <label for="answer">{reply.label}</label>
        <textarea id="answer" name="content" rows={6} maxlength={10_000} required dir="auto">
          {typed}
        </textarea>
        <p class="hint">
          {reply.hint} {isPublished ? "" : reply.approves}
        </p>
        <button class="btn main" type="submit" aria-keyshortcuts="Control+Enter">
          {isPublished ? reply.send : reply.approveAndSend} <kbd dir="ltr">Ctrl ↵</kbd>
        </button>
      </Form>
    </>
  );
};
