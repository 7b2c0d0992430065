import type { FC } from "hono/jsx";
import { useContext } from "hono/jsx";
import type { CommentDetail } from "../../contract/views.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";

/** What a reader could follow out of the comment, where it was looked for, and the limits that apply to such a comment. */
export const Payload: FC<Pick<CommentDetail, "verdict" | "limits">> = ({ verdict: { payload }, limits }) => {
  const { comment } = useMessages();
  const { tag } = useContext(PageLanguage);
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const kinds = list.format(payload?.map((kind) => comment.payloadKinds[kind]) ?? []);
  const holds = payload && (payload.length === 0 ? comment.holdsNothing : comment.holds(kinds));
  return (
    <p class="payload">
      {holds} {comment.limits(String(limits.publishBelow), String(limits.rejectAbove))}
    </p>
  );
};
