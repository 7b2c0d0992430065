import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { Authors, Face, isWave } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath, postPath } from "../parts/paths.ts";
import { MOST_TEXT, namedWords, spansOf, spansOfWave, Text } from "../parts/text.tsx";
import { Ago } from "../parts/words.tsx";
import { Flips } from "./reasons.tsx";

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
  const { reading } = useMessages();
  const { comment } = item;
  const { name, email, url } = comment.author;
  return (
    <section class="said">
      <header>
        <Face item={item} />
        <h3>
          {isWave(item) || !name ? (
            <Authors item={item} />
          ) : (
            <bdi class="author">
              <Text text={name} spans={spansOf(item, "author.name")} />
            </bdi>
          )}
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
            spans={
              item.differs ? spansOfWave(item.differs) : [...spansOf(item, "content"), ...namedWords(item)]
            }
            addresses
            {...(whole ? {} : { most: MOST_TEXT })}
          />
        </p>
      </div>
      <footer>
        {item.differs ? reading.differs : reading.spelledOut}
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

/** What stands beside the comment: what would change it, its author, others like it, and everything else. */
export const Beside: FC<Pick<Props, "item" | "now">> = ({ item, now }) => {
  const { reading } = useMessages();
  const { author, comment, verdict, limits, status } = item;
  const isTrustable = author.knownBy === "mail" && author.marked && author.listed === undefined;
  const trust = isTrustable && status === "pending" && !isWave(item) ? comment.author.name : undefined;
  return (
    <div class="r-side">
      <Flips verdict={verdict} limits={limits} trust={trust} />
      <Author item={item} />
      <Similar item={item} now={now} />
      <a class="deep" href={commentPath(item)}>
        <Icon name="next" turn />
        {reading.everything}
      </a>
    </div>
  );
};

/** How its author stands, and the way to all she wrote. */
const Author: FC<{ item: CommentDetail }> = ({ item }) => {
  const { reading, comment } = useMessages();
  const { standing, author } = item;
  const { approved = 0, spam = 0, discarded = 0 } = standing ?? {};
  const listed = author.listed === "blocked" ? comment.blocked : author.listed ? comment.trusted : "";
  return (
    <section class="part">
      <h3>{reading.aboutAuthor}</h3>
      <p class="dim">
        {approved + spam + discarded === 0
          ? reading.unknownAuthor
          : reading.standing(approved, spam, discarded)}{" "}
        {comment.knownBy[author.knownBy]}. {listed}{" "}
        <a class="who-else" href={`${commentPath(item)}/author`}>
          {reading.allByAuthor}
        </a>
      </p>
    </section>
  );
};

/** Characters shown of another comment like it. */
const MOST_OF_OTHER = 120;

const Similar: FC<Pick<Props, "item" | "now">> = ({ item, now }) => {
  const { reading, words } = useMessages();
  if (item.similar.length === 0) return null;
  return (
    <section class="part">
      <h3>{reading.similar}</h3>
      <ul class="kin">
        {item.similar.map((other) => (
          <li>
            <a href={commentPath(other)} dir="auto">
              {other.comment.author.name || words.noName}: {other.comment.content.slice(0, MOST_OF_OTHER)}
            </a>
            <small>
              {words.statuses[other.status]}, <Ago at={other.arrived} now={now} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
};
