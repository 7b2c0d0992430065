import { fold } from "../reading/fold.ts";
import { isStopWord, stem } from "../reading/stem.ts";
import { isOwn } from "../reading/subject.ts";
import { firstWords } from "../reading/words.ts";
import type { PriorSignal } from "./signal.ts";

const MIN_WORDS = 8;

export const offTopicLink: PriorSignal = {
  name: "off-topic-link",
  group: "text",
  points: 1.5,
  description: "Shares no word with the post's title or excerpt, and its text links away",
  missing: ({ comment }) =>
    topicOf(comment.post).length < 3 ? "no title or excerpt of the post sent" : undefined,
  detect(subject) {
    const { comment, links, words, fromServer } = subject;
    const { title, excerpt, tags } = comment.post;
    const topic = new Set([...topicOf({ title, excerpt }), ...topicOf({ title: tags?.join(" ") })]);
    const leads = links.some((link) => !isOwn(subject, link.host));
    if (topic.size < 3 || words.length < MIN_WORDS || !leads || fromServer) return undefined;
    return words.some((word) => topic.has(stem(word)))
      ? undefined
      : { strength: 1, evidence: "no word of the post" };
  },
};

const topicOf = ({
  title,
  excerpt,
}: {
  title?: string | undefined;
  excerpt?: string | undefined;
}): string[] =>
  firstWords(fold(`${title ?? ""} ${excerpt ?? ""}`.slice(0, 2000)), 200)
    .filter((word) => word.length > 3 && !isStopWord(word))
    .map(stem);
