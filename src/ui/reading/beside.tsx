import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { Ago } from "../parts/words.tsx";
import { Flips } from "./flips.tsx";

interface Props {
  readonly item: CommentDetail;
  readonly now: number;
}

/** What stands beside the comment: what would change it, its author, others like it, and everything else. */
export const Beside: FC<Props> = ({ item, now }) => {
  const { reading } = useMessages();
  const { author, comment, verdict, limits, status } = item;
  const isTrustable = author.knownBy === "mail" && author.marked && author.listed === undefined;
  const trust = isTrustable && status === "pending" && !isWave(item) ? comment.author.name : undefined;
  return (
    <div class="r-side">
      <Flips verdict={verdict} limits={limits} trust={trust} />
      <About item={item} />
      <Similar item={item} now={now} />
      <a class="deep" href={commentPath(item)}>
        <Icon name="next" turn />
        {reading.everything}
      </a>
    </div>
  );
};

const About: FC<{ item: CommentDetail }> = ({ item }) => {
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

const MOST_TEXT = 120;

const Similar: FC<Props> = ({ item, now }) => {
  const { reading, words } = useMessages();
  if (item.similar.length === 0) return null;
  return (
    <section class="part">
      <h3>{reading.similar}</h3>
      <ul class="kin">
        {item.similar.map((other) => (
          <li>
            <a href={commentPath(other)} dir="auto">
              {other.comment.author.name || words.noName}: {other.comment.content.slice(0, MOST_TEXT)}
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
