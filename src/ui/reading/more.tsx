import { type FC, useContext } from "hono/jsx";
import { owns } from "../../contract/roles.ts";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { SignedIn } from "../parts/form.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath, postPath } from "../parts/paths.ts";

interface Props {
  readonly item: CommentDetail;
  /** Where to go after a decision. */
  readonly back: string;
  /** Where to go without one; undefined: there is no next. */
  readonly next: string | undefined;
  readonly hosts: readonly string[];
}

/** What else can be done with a comment. */
export const More: FC<Props> = ({ item, back, next, hosts }) => {
  const { reading, comment, reply } = useMessages();
  const session = useContext(SignedIn);
  const { author } = item;
  const answers = item.answerable && !isWave(item) && session !== undefined && owns(session.roles, item.site);
  const post = postPath(item, hosts);
  const listable = author.entry !== undefined && !isWave(item);
  return (
    <details class="menu">
      <summary class="btn" aria-label={reading.more}>
        <Icon name="more" />
        <span>{reading.more}</span>
      </summary>
      <ul>
        {listable && author.knownBy === "mail" && author.listed !== "allowed" ? (
          <List item={item} listing="allowed" icon="trust" text={comment.trust} kbd="t" />
        ) : null}
        {listable && author.listed !== "blocked" ? (
          <List item={item} listing="blocked" icon="block" text={comment.block} kbd="b" />
        ) : null}
        {listable && author.listed ? <List item={item} listing="" icon="undo" text={comment.unlist} /> : null}
        {post ? (
          <li class="cut-above">
            <a class="to-post" aria-keyshortcuts="o" href={post} target="_blank" rel="noopener noreferrer">
              <Icon name="open" />
              {reading.openPost}
              <kbd>
                <span aria-hidden="true">o</span>
              </kbd>
            </a>
          </li>
        ) : null}
        {answers ? (
          <li>
            <a
              class="to-reply"
              aria-keyshortcuts="r"
              href={`${commentPath(item)}/reply?back=${encodeURIComponent(back)}`}
            >
              <Icon name="reply" turn />
              {item.status === "published" ? reply.toAnswer : reply.toApproveAndAnswer}
              <kbd>
                <span aria-hidden="true">r</span>
              </kbd>
            </a>
          </li>
        ) : null}
        <li>
          <a class="to-copy" aria-keyshortcuts="c" href={commentPath(item)}>
            <Icon name="link" />
            {reading.copyLink}
            <kbd>
              <span aria-hidden="true">c</span>
            </kbd>
          </a>
        </li>
        {next ? (
          <li class="cut-above">
            <a class="to-next" aria-keyshortcuts="n" href={next}>
              <Icon name="next" turn />
              {reading.skip}
              <kbd>
                <span aria-hidden="true">n</span>
              </kbd>
            </a>
          </li>
        ) : null}
      </ul>
    </details>
  );
};

interface ListProps {
  readonly item: CommentDetail;
  readonly listing: string;
  readonly icon: string;
  readonly text: string;
  readonly kbd?: string;
}

const List: FC<ListProps> = ({ item, listing, icon, text, kbd }) => (
  <li>
    <button
      aria-keyshortcuts={kbd}
      name="listing"
      value={listing}
      type="submit"
      formaction={`${commentPath(item)}/author`}
    >
      <Icon name={icon} />
      {text}
      {kbd ? (
        <kbd>
          <span aria-hidden="true">{kbd}</span>
        </kbd>
      ) : null}
    </button>
  </li>
);
