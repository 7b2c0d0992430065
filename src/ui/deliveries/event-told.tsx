import type { FC } from "hono/jsx";
import type { Reply } from "../../contract/outgoing.ts";
import { useMessages } from "../messages/messages.ts";
import { answerText } from "../parts/answer-text.ts";

/** What the webhook answered to a test event. */
export const EventTold: FC<{ reply: Reply }> = ({ reply }) => {
  const { deliveries: text } = useMessages();
  const taken = reply.status !== undefined && reply.status >= 200 && reply.status < 300;
  const answer = answerText(reply, text);
  return (
    <p class={taken ? "notice" : "fault"} role="status">
      <bdi>{taken ? text.taken(answer) : text.notTaken(answer)}</bdi>
    </p>
  );
};
