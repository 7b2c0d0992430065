import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { useMessages } from "../messages/messages.ts";
import { answerText } from "../parts/answer-text.ts";
import { commentPath } from "../parts/paths.ts";
import { Replay } from "../parts/replay.tsx";
import { Time } from "../parts/words.tsx";

/** Of a comment opened: what the blog was told, what it answered, and the button to tell it again. */
export const Attempts: FC<{ item: CommentDetail }> = ({ item }) => {
  const { deliveries: text } = useMessages();
  const { attempts, delivery } = item;
  return (
    <section class="card">
      <h2>{text.sent}</h2>
      {attempts.length === 0 && !delivery ? <p class="dim">{text.nothingTold}</p> : null}
      <ol class="plain">
        {attempts.map((attempt) => (
          <li>
            <Time at={attempt.at} /> {attempt.delivered ? text.delivered : text.notDelivered}:{" "}
            <bdi>{answerText(attempt, text)}</bdi>
          </li>
        ))}
      </ol>
      {delivery?.state === "dead" ? <p>{text.givenUp}</p> : null}
      {delivery && delivery.state !== "dead" ? (
        <p>
          {text.nextAttempt} <Time at={delivery.due} />
        </p>
      ) : null}
      <Replay site={item.site} id={item.id} back={commentPath(item)} label={text.sendAgain} />
    </section>
  );
};
