import type { PriorSignal } from "../signal.ts";
import { isOwn } from "../subject.ts";

const YEAR = 365 * 86_400_000;

export const oldPost: PriorSignal = {
  name: "old-post",
  group: "behaviour",
  points: 1.2,
  description: "A first comment of this author, with a link, under a post older than a year",
  missing: ({ comment }, history) =>
    comment.post.publishedAt === undefined || history?.now === undefined
      ? "no date of the post sent"
      : undefined,
  detect(subject, history) {
    const published = Date.parse(subject.comment.post.publishedAt ?? "");
    if (!history || Number.isNaN(published) || history.now - published < YEAR) return undefined;
    const known = (history.standing?.approved ?? 0) > 0;
    const linked = subject.links.some((link) => !isOwn(subject, link.host)) || subject.site !== undefined;
    if (known || !linked) return undefined;
    return { strength: 1, evidence: `published ${new Date(published).toISOString().slice(0, 10)}` };
  },
};
