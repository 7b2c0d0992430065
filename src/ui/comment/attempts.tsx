import type { FC } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { answerText, Replay } from "../deliveries/deliveries-page.tsx";
import { useMessages } from "../messages/messages.ts";
import { commentPath } from "../parts/paths.ts";
import { Time } from "../parts/time.tsx";

/** Of a comment opened: what the blog was told, what it answered, and the button to tell it again. */
export const Attempts: FC<{ item: CommentDetail }> = ({ item }) => {
  const { deliveries: told } = useMessages();
  const { attempts, delivery } = item;
  return (
    <section class="card">
      <h2>{told.told}</h2>
      {attempts.length === 0 && !delivery ? <p class="dim">{told.nothingTold}</p> : null}
      <ol class="plain">
        {attempts.map((attempt) => (
          <li>
            <Time at={attempt.at} /> {attempt.delivered ? told.delivered : told.notDelivered}:{" "}
            <bdi>{answerText(attempt, told)}</bdi>
          </li>
        ))}
      </ol>
      {delivery?.state === "dead" ? <p>{told.givenUp}</p> : null}
      {delivery && delivery.state !== "dead" ? (
        <p>
          {told.nextAttempt} <Time at={delivery.due} />
        </p>
      ) : null}
      <Replay site={item.site} id={item.id} back={commentPath(item)} label={told.sendAgain} />
    </section>
  );
};
