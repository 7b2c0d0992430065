import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { outcomeOf } from "../../core/judging/policy.ts";
import type { Hit, Verdict } from "../../core/judging/verdict.ts";
import { useMessages } from "../messages/messages.ts";
import { isWave } from "../parts/face.tsx";
import { Icon } from "../parts/icon.tsx";
import { commentPath } from "../parts/paths.ts";
import { Ago, useProbability, useSignalText } from "../parts/words.tsx";
import type { Limits } from "./why.ts";

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

/** Reasons tried, one taken away at a time. */
const TRIED = 3;
const LEAST = 0.3;

interface FlipsProps {
  readonly verdict: Verdict;
  readonly limits: Limits;
  /** Whom to trust would let it through; undefined: nobody. */
  readonly trust?: string | undefined;
}

/** What would change it: the verdict again without each of the reasons that weigh most. */
export const Flips: FC<FlipsProps> = ({ verdict, limits, trust }) => {
  const { reading } = useMessages();
  const { hits, score } = verdict;
  // Towards fine for what may be spam, towards spam for what may be fine.
  const side = verdict.probability > limits.publishBelow ? 1 : -1;
  const weighty = hits
    .filter((hit) => hit.signal !== "baseline" && hit.points * side >= LEAST)
    .slice(0, TRIED);
  if (weighty.length === 0 && trust === undefined) return null;
  return (
    <section class="part">
      <h3>{reading.changes}</h3>
      <ul class="flips">
        {weighty.map((hit) => (
          <Without hit={hit} score={score} limits={limits} />
        ))}
        {trust === undefined ? null : (
          <li>
            <span>
              {reading.ifYouTrust} <bdi>{trust}</bdi>
            </span>
            <span>{reading.atOnce}</span>
          </li>
        )}
      </ul>
    </section>
  );
};

const Without: FC<{ hit: Hit; score: number; limits: Limits }> = ({ hit, score, limits }) => {
  const { reading } = useMessages();
  const percent = useProbability();
  const { label, fine } = useSignalText()(hit.signal);
  const probability = 1 / (1 + Math.exp(hit.points - score));
  // The limits are those that apply to this very comment.
  const thresholds = { ...limits, publishBareBelow: limits.publishBelow };
  return (
    <li>
      <span>{reading.without(hit.points < 0 ? (fine ?? label) : label)}</span>
      <span>
        <b>{percent(probability)}</b>, {reading.would[outcomeOf(probability, thresholds, undefined)]}
      </span>
    </li>
  );
};
