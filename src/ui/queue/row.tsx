import type { FC } from "hono/jsx";
import type { QueueItem } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Actions } from "../parts/actions.tsx";
import { MOST_TEXT, Reasons, spansOf, Text } from "../parts/text.tsx";
import { Ago, likelihood } from "../parts/words.tsx";

interface RowProps {
  readonly item: QueueItem;
  /** Where to go after a decision. */
  readonly back: string;
  /** When the page was made, milliseconds since 1970. */
  readonly now: number;
  readonly showSite: boolean;
  /** A box to select it by, for the form with this id. */
  readonly bulk?: string | undefined;
}

/** Characters of the comment that is answered; two lines of it show. */
const MOST_PARENT = 300;

/** One comment in a list: who, when, where, what, why, and what can be done. */
export const Row: FC<RowProps> = ({ item, back, now, showSite, bulk }) => {
  const { queue, words } = useMessages();
  const { comment, verdict } = item;
  const author = comment.author.name || words.noName;
  return (
    <li class="row card" id={`c-${item.site}-${item.id}`} data-status={item.status} tabindex={-1}>
      <article aria-label={queue.commentBy(author)}>
        <div class="top-line">
          {bulk === undefined || item.preview ? null : (
            <label class="pick">
              <input
                type="checkbox"
                name="pick"
                form={bulk}
                value={`${item.site} ${item.revision} ${item.id}`}
                aria-label={queue.select(author)}
              />
            </label>
          )}
          <Head item={item} now={now} showSite={showSite} />
        </div>
        {comment.parent?.content ? (
          <blockquote class="parent">
            <span class="unseen">{queue.inReplyTo}: </span>
            <span dir="auto">
              <Text text={comment.parent.content.slice(0, MOST_PARENT)} />
            </span>
          </blockquote>
        ) : null}
        <p class="text" dir="auto">
          <Text text={comment.content} spans={spansOf(item, "content")} most={MOST_TEXT} />
        </p>
        <Reasons verdict={verdict} />
        <Actions item={item} back={back} until={now} />
      </article>
    </li>
  );
};

const Head: FC<{ item: QueueItem; now: number; showSite: boolean }> = ({ item, now, showSite }) => {
  const { queue, words } = useMessages();
  const { comment } = item;
  const { name, email, url } = comment.author;
  const about = comment.post.title || comment.post.url;
  return (
    <header class="head">
      <Score item={item} />
      <bdi class="author">
        {name ? <Text text={name} spans={spansOf(item, "author.name")} /> : words.noName}
      </bdi>
      <Known item={item} />
      {email ? <bdi class="dim">{email}</bdi> : null}
      {url ? (
        <bdi class="dim link">
          <Text text={url} spans={spansOf(item, "author.url")} />
        </bdi>
      ) : null}
      <span class="dim where">
        <Ago at={item.arrived} now={now} />
        {showSite ? <> · {item.site}</> : null}
        {about ? (
          <>
            {" "}
            · {queue.on}{" "}
            <bdi>
              <Text text={about} />
            </bdi>
          </>
        ) : null}
      </span>
    </header>
  );
};

const Score: FC<{ item: QueueItem }> = ({ item: { verdict, preview } }) => {
  const messages = useMessages();
  return (
    <span
      class={`score ${preview ? "preview" : verdict.outcome}`}
      title={messages.queue.scoreTitle(verdict.score.toFixed(2))}
    >
      {likelihood(messages, verdict)} {verdict.probability.toFixed(2)}
    </span>
  );
};

/** How the author stands; nothing is told of one who cannot be known again. */
const Known: FC<{ item: QueueItem }> = ({ item: { standing } }) => {
  const { queue } = useMessages();
  if (!standing) return null;
  const decided = standing.approved + standing.spam + standing.discarded;
  return (
    <span class={`known dim ${standing.spam > 0 ? "bad" : standing.approved > 0 ? "good" : ""}`}>
      {decided === 0 ? queue.firstComment : queue.standing(standing.approved, standing.spam)}
    </span>
  );
};
