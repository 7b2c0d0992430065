import type { CommentView } from "../contract/views.ts";
import type { Comment } from "../core/comment.ts";
import type { Verdict } from "../core/judging/verdict.ts";
import { queueKey, queuePrefix, readQueueKey } from "./keys.ts";

/** A comment in the approval queue, as its key and metadata tell it. */
export interface QueueEntry {
  readonly site: string;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly arrived: number;
  readonly preview: Preview;
}

export interface QueueEntries {
  /** By site, then by arrival. */
  readonly items: readonly QueueEntry[];
  /** There are more than one call tells. */
  readonly more: boolean;
}

/** Comments that wait for a person. A copy for reading: the site object knows what is still pending. */
export interface ApprovalQueue {
  put(comment: CommentView): Promise<void>;
  remove(site: string, arrived: number, id: string): Promise<void>;
  /** Of one site or, undefined, of all; at most 1,000. */
  list(site: string | undefined): Promise<QueueEntries>;
}

/** The approval queue in Workers KV. Its errors are passed on: the caller keeps what is still to be done. */
export function kvQueue(kv: KVNamespace): ApprovalQueue {
  return {
    async put(comment) {
      const key = queueKey(comment.site, comment.arrived, comment.id);
      await kv.put(key, JSON.stringify(comment), { metadata: previewOf(comment.comment, comment.verdict) });
    },
    async remove(site, arrived, id) {
      await kv.delete(queueKey(site, arrived, id));
    },
    async list(site) {
      const page = await kv.list<Preview>({ prefix: queuePrefix(site) });
      const items = page.keys.flatMap(({ name, metadata }) => {
        const key = readQueueKey(name);
        return key && metadata ? [{ ...key, preview: metadata }] : [];
      });
      return { items, more: !page.list_complete };
    },
  };
}

/** What a queue key's metadata tells when the site object cannot be asked. */
export interface Preview {
  readonly author: string;
  readonly text: string;
  readonly post: string;
  readonly probability: number;
  /** It may be abuse. */
  readonly abuse?: true;
  readonly reasons: readonly (readonly [signal: string, points: number])[];
}

/** KV takes 1,024 bytes of metadata as JSON; the rest is room for its own quoting. */
const MOST_BYTES = 1000;
const REASONS = 3;

const encoder = new TextEncoder();
const size = (value: unknown) => encoder.encode(JSON.stringify(value)).length;

/** A preview that fits the metadata, the text cut at a character. */
export function previewOf(
  comment: Comment,
  verdict: Pick<Verdict, "probability" | "abuse" | "hits">,
): Preview {
  const preview: Preview = {
    author: cut(comment.author.name ?? "", 120),
    text: "",
    post: cut(comment.post.title ?? comment.post.url ?? "", 160),
    probability: Math.round(verdict.probability * 1000) / 1000,
    ...(verdict.abuse.flagged && { abuse: true }),
    reasons: verdict.hits
      .filter((hit) => hit.points > 0)
      .slice(0, REASONS)
      .map((hit) => [hit.signal, Math.round(hit.points * 10) / 10]),
  };
  return { ...preview, text: cut(comment.content, MOST_BYTES - size(preview)) };
}

/** The longest start of a text that takes at most so many bytes as JSON; whole characters only. */
function cut(text: string, bytes: number): string {
  let used = 0;
  let end = 0;
  for (const character of text.slice(0, bytes)) {
    used += size(character) - 2;
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

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
