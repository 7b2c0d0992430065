import type { CommentView } from "../contract/views.ts";
import { queueKey, queuePrefix, readQueueKey } from "./keys.ts";
import { type Preview, previewOf } from "./preview.ts";

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
