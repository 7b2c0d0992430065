import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { useMessages } from "../messages/messages.ts";
import { Layout } from "../parts/layout.tsx";
import { commentPath } from "../parts/paths.ts";
import { Text } from "../parts/text.tsx";
import { Reasons } from "../reading/reasons.tsx";

/** A comment to decide on by a link, without signing in. It shows no more than the decision needs. */
export const LinkPage: FC<{ item: CommentDetail; action: string }> = ({ item, action }) => {
  const { notices: text } = useMessages();
  const { comment, verdict } = item;
  const post = comment.post.title || comment.post.url;
  return (
    <Layout title={text.act1}>
      <article class="card">
        <h1>{text.act1}</h1>
        <p>
          <bdi class="author">{comment.author.name || text.noName}</bdi>{" "}
          {post ? <bdi class="dim">{text.on(post)}</bdi> : null}
        </p>
        <p class="text whole" dir="auto">
          <Text text={comment.content} />
        </p>
        <Reasons verdict={verdict} />
        <form class="actions" method="post" action={action}>
          {(["approve", "spam", "discard"] as const).map((decision) => (
            <button class={decision} name="decision" value={decision} type="submit">
              {text.decisions[decision]}
            </button>
          ))}
        </form>
      </article>
    </Layout>
  );
};

export const LinkDecided: FC<{ decision: Decision; site: string; id: string }> = ({ decision, site, id }) => {
  const { notices: text } = useMessages();
  return (
    <Layout title={text.decided[decision]}>
      <section class="card narrow">
        <h1 role="status">{text.decided[decision]}</h1>
        <p>
          {text.undoHint} <a href={commentPath({ site, id })}>{text.queue}</a>
        </p>
      </section>
    </Layout>
  );
};

export const LinkGone: FC = () => {
  const { notices: text } = useMessages();
  return (
    <Layout title={text.gone}>
      <section class="empty">
        <h1 class="big">{text.gone}</h1>
        <p>
          {text.goneHint} <a href="/queue">{text.queue}</a>.
        </p>
      </section>
    </Layout>
  );
};
