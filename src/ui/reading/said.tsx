import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Face, isWave } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath, postPath } from "../parts/paths.ts";
import { MOST_TEXT, spansOf, Text } from "../parts/text.tsx";
import { Ago } from "../parts/words.tsx";

interface Props {
  readonly item: CommentDetail;
  readonly now: number;
  /** The site's own hosts: to a post there one can go. */
  readonly hosts: readonly string[];
  /** It stands on its own page, where all of it is shown. */
  readonly whole?: boolean;
}

const MOST_PARENT = 600;

/** What a stranger said, in a box: nothing of it can be clicked, addresses are spelled out. */
export const Said: FC<Props> = ({ item, now, hosts, whole }) => {
  const { reading, words } = useMessages();
  const { comment } = item;
  const { name, email, url } = comment.author;
  return (
    <section class="said">
      <header>
        <Face item={item} />
        <h3>
          <bdi class="author">
            {name ? <Text text={name} spans={spansOf(item, "author.name")} /> : words.noName}
          </bdi>
        </h3>
        <Ago at={item.arrived} now={now} />
        <p>
          <About item={item} hosts={hosts} />
          {email ? (
            <>
              {" · "}
              <bdi>{email}</bdi>
            </>
          ) : null}
          {url ? (
            <>
              {" · "}
              <span class="url" dir="ltr">
                <Text text={url} spans={spansOf(item, "author.url")} />
              </span>
            </>
          ) : null}
        </p>
      </header>
      {comment.parent?.content ? (
        <blockquote class="parent" dir="auto">
          <b>{reading.inReplyTo}</b>
          <Text text={comment.parent.content.slice(0, MOST_PARENT)} />
        </blockquote>
      ) : null}
      <div class="words" dir="auto">
        <p>
          <Text
            text={comment.content}
            spans={spansOf(item, "content")}
            addresses
            {...(whole ? {} : { most: MOST_TEXT })}
          />
        </p>
      </div>
      <footer>
        {reading.spelledOut}
        {!whole && comment.content.length > MOST_TEXT ? (
          <a href={commentPath(item)}>
            {reading.whole}
            <Icon name="next" turn />
          </a>
        ) : null}
        {isWave(item) ? (
          <a href={`${commentPath(item)}/behind`}>{reading.seeAll((item.group?.count ?? 0) + 1)}</a>
        ) : null}
      </footer>
    </section>
  );
};

/** The post it stands under: a link, if that leads to the blog. */
const About: FC<Pick<Props, "item" | "hosts">> = ({ item, hosts }) => {
  const { reading } = useMessages();
  const { post } = item.comment;
  const title = post.title || post.url;
  if (!title) return <>{item.site}</>;
  const path = postPath(item, hosts);
  return (
    <>
      {reading.on}{" "}
      {path ? (
        <a href={path} dir="auto" target="_blank" rel="noopener noreferrer">
          <Text text={title} />
        </a>
      ) : (
        <bdi>
          <Text text={title} />
        </bdi>
      )}
    </>
  );
};
