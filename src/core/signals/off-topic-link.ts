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
    const { comment, links, known, fromServer } = subject;
    const leads = links.some((link) => !isOwn(subject, link.host));
    if (!leads || known.length < MIN_WORDS || fromServer) return undefined;
    const topic = new Set([...topicOf(comment.post), ...topicOf({ title: comment.post.tags?.join(" ") })]);
    if (topic.size < 3 || known.some((word) => topic.has(word.stem))) return undefined;
    return { strength: 1, evidence: "no word of the post" };
  },
};

interface Titled {
  readonly title?: string | undefined;
  readonly excerpt?: string | undefined;
}

/** Topics by their texts, and the one that was asked about last: the comments of a post come one after another. */
const topics = new Map<string, readonly string[]>();
const MOST_TOPICS = 50;
let last: { readonly of: Titled; readonly topic: readonly string[] } = { of: {}, topic: [] };

function topicOf({ title, excerpt }: Titled): readonly string[] {
  if (title !== last.of.title || excerpt !== last.of.excerpt)
    last = { of: { title, excerpt }, topic: remembered(`${title ?? ""} ${excerpt ?? ""}`.slice(0, 2000)) };
  return last.topic;
}

function remembered(text: string): readonly string[] {
  let topic = topics.get(text);
  if (topic === undefined) {
    topic = firstWords(fold(text), 200)
      .filter((word) => word.length > 3 && !isStopWord(word))
      .map(stem);
    if (topics.size >= MOST_TOPICS) topics.clear();
    topics.set(text, topic);
  }
  return topic;
}
