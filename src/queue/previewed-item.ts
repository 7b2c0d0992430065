import type { CommentView } from "../contract/views.ts";
import type { QueueEntry } from "./approval-queue.ts";

/** A row of the page from KV's metadata alone, while the site object does not answer. Decisions on it must wait. */
export function previewedItem({ site, id, arrived, preview }: QueueEntry): CommentView & { preview: true } {
  const { author, text, post, probability, abuse = false, reasons } = preview;
  return {
    site,
    id,
    arrived,
    revision: 0,
    status: "pending",
    preview: true,
    comment: {
      type: "comment",
      format: "text",
      content: text,
      post: { title: post },
      author: { name: author },
    },
    verdict: {
      outcome: "review",
      blatant: false,
      score: Math.log(probability / (1 - probability)) || 0,
      probability,
      abuse: { score: 0, flagged: abuse, hits: [] },
      policy: [],
      hits: reasons.map(([signal, points]) => ({ signal, points, evidence: "" })),
      notRun: [],
    },
  };
}
