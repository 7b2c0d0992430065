import type { FC } from "hono/jsx";
import { useContext } from "hono/jsx";
import type { Verdict } from "../../core/judging/verdict.ts";
import { PageLanguage, useMessages } from "../messages/messages.ts";

/** What a reader could follow out of the comment, in a sentence; nothing, where it was judged before that was looked for. */
export const Payload: FC<{ verdict: Verdict }> = ({ verdict: { payload } }) => {
  const { comment } = useMessages();
  const { tag } = useContext(PageLanguage);
  if (!payload) return null;
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const kinds = list.format(payload.map((kind) => comment.payloadKinds[kind]));
  return <p class="payload">{payload.length === 0 ? comment.holdsNothing : comment.holds(kinds)}</p>;
};
