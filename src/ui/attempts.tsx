import type { FC } from "hono/jsx";
import type { CommentDetail } from "../site/view.ts";
import { answerText, Replay } from "./deliveries-page.tsx";
import { commentPath } from "./row.tsx";
import { Time } from "./time.tsx";

/** Of a comment opened: what the blog was told, what it answered, and the button to tell it again. */
export const Attempts: FC<{ item: CommentDetail; csrf: string }> = ({ item, csrf }) => (
  <section class="card">
    <h2>Told to the blog</h2>
    {item.attempts.length === 0 && !item.delivery ? (
      <p class="dim">Nothing so far: the blog had the verdict as the answer to its request.</p>
    ) : null}
    <ol class="plain">
      {item.attempts.map((attempt) => (
        <li>
          <Time at={attempt.at} /> {attempt.delivered ? "delivered" : "not taken"}:{" "}
          <bdi>{answerText(attempt)}</bdi>
        </li>
      ))}
    </ol>
    {item.delivery ? (
      <p>
        {item.delivery.state === "dead" ? (
          "Given up."
        ) : (
          <>
            Next attempt: <Time at={item.delivery.due} />
          </>
        )}
      </p>
    ) : null}
    <Replay
      site={item.site}
      id={item.id}
      csrf={csrf}
      back={commentPath(item)}
      label="Send the present status again"
    />
  </section>
);
