import { isOwn } from "../reading/subject.ts";
import type { PriorSignal } from "./signal.ts";

const YEAR = 365 * 86_400_000;

export const oldPost: PriorSignal = {
  name: "old-post",
  group: "behaviour",
  points: 1.2,
  description: "A first comment of this author, with a link, under a post older than a year",
  missing: ({ comment: { post } }, history) =>
    (post.publishedAt ?? post.modifiedAt) === undefined || history?.now === undefined
      ? "no date of the post sent"
      : undefined,
  detect(subject, history) {
    const { publishedAt, modifiedAt } = subject.comment.post;
    const time = Date.parse(publishedAt ?? modifiedAt ?? "");
    if (!history || Number.isNaN(time) || history.now - time < YEAR) return undefined;
    const known = (history.standing?.approved ?? 0) > 0;
    const linked = subject.links.some((link) => !isOwn(subject, link.host)) || subject.site !== undefined;
    if (known || !linked) return undefined;
    return {
      strength: 1,
      evidence: `${publishedAt ? "published" : "last changed"} ${new Date(time).toISOString().slice(0, 10)}`,
    };
  },
};
