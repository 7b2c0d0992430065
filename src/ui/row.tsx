import type { FC } from "hono/jsx";
import type { QueueItem } from "./desk.ts";
import { Reasons } from "./reasons.tsx";
import { Text } from "./text.tsx";
import { ago, decided, likelihood, statusWords } from "./words.ts";

interface RowProps {
  readonly item: QueueItem;
  readonly csrf: string;
  /** Where to go after a decision. */
  readonly back: string;
  readonly now: number;
  readonly showSite: boolean;
}

export const commentPath = ({ site, id }: Pick<QueueItem, "site" | "id">): string =>
  `/queue/${site}/${encodeURIComponent(id)}`;

/** One comment in a list: who, when, where, what, why, and what can be done. */
export const Row: FC<RowProps> = ({ item, csrf, back, now, showSite }) => {
  const { comment, verdict } = item;
  const spans = verdict.hits.flatMap(({ signal, span }) =>
    span?.field === "content" ? [{ signal, span }] : [],
  );
  return (
    <li class="row card" id={`c-${item.site}-${item.id}`} data-status={item.status} tabindex={-1}>
      <article aria-label={`Comment by ${comment.author.name || "nobody"}`}>
        <Head item={item} now={now} showSite={showSite} />
        {comment.parent?.content ? (
          <blockquote class="parent" dir="auto">
            <Text text={comment.parent.content.slice(0, 300)} />
          </blockquote>
        ) : null}
        <p class="text" dir="auto">
          <Text text={comment.content} spans={spans} />
        </p>
        <Reasons verdict={verdict} />
        <Actions item={item} csrf={csrf} back={back} />
      </article>
    </li>
  );
};

const Head: FC<{ item: QueueItem; now: number; showSite: boolean }> = ({ item, now, showSite }) => {
  const { comment, verdict, standing } = item;
  const { name, email, url } = comment.author;
  return (
    <header class="head">
      <span
        class={`score ${item.preview ? "preview" : verdict.outcome}`}
        title={`score ${verdict.score.toFixed(2)} in log-odds`}
      >
        {likelihood(verdict)} {verdict.probability.toFixed(2)}
      </span>
      <bdi class="author">{name || "(no name)"}</bdi>
      {email ? <bdi class="dim">{email}</bdi> : null}
      {url ? <bdi class="dim link">{url}</bdi> : null}
      {standing && standing.approved + standing.spam + standing.discarded > 0 ? (
        <span class="dim">
          {standing.approved} approved, {standing.spam} spam
        </span>
      ) : null}
      <span class="dim where">
        <time datetime={new Date(item.arrived).toISOString()} title={new Date(item.arrived).toUTCString()}>
          {ago(item.arrived, now)}
        </time>
        {showSite ? <> · {item.site}</> : null}
        {comment.post.title || comment.post.url ? (
          <>
            {" "}
            · on <bdi>{comment.post.title || comment.post.url}</bdi>
          </>
        ) : null}
      </span>
    </header>
  );
};

/** Approve, spam and discard at the same place always; of a decided comment what was decided, and undo. */
export const Actions: FC<{ item: QueueItem; csrf: string; back: string; opened?: boolean }> = ({
  item,
  csrf,
  back,
  opened,
}) => (
  <form class="actions" method="post" action="/queue/decide">
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="site" value={item.site} />
    <input type="hidden" name="id" value={item.id} />
    <input type="hidden" name="revision" value={String(item.revision)} />
    <input type="hidden" name="back" value={back} />
    {item.preview ? (
      <p class="hint">This site does not answer just now: it can be decided in a moment.</p>
    ) : (
      <>
        {item.status === "published" && item.decided ? null : (
          <button class="approve" name="decision" value="approve" type="submit">
            Approve
          </button>
        )}
        {item.status === "spam" && item.decided ? null : (
          <button class="spam" name="decision" value="spam" type="submit">
            Spam
          </button>
        )}
        {item.status === "discarded" ? null : (
          <button class="discard" name="decision" value="discard" type="submit">
            Discard
          </button>
        )}
        {item.decided ? (
          <button class="undo" name="decision" value="undo" type="submit">
            Undo
          </button>
        ) : null}
      </>
    )}
    {opened || item.preview ? null : (
      <a class="why" href={commentPath(item)}>
        Why?
      </a>
    )}
    <State item={item} />
  </form>
);

const State: FC<{ item: QueueItem }> = ({ item }) => {
  if (item.decided) {
    return (
      <span class="dim state">
        {decided[item.decided.decision]} by <bdi>{item.decided.by}</bdi>
      </span>
    );
  }
  return item.status === "pending" ? null : (
    <span class="dim state">
      {statusWords[item.status]} by Hamlet
      {item.would && item.would !== item.verdict.outcome ? `; would have been: ${item.would}` : ""}
    </span>
  );
};
