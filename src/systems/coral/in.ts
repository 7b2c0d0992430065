import * as z from "zod";
import type { Answer } from "../../contract/verdict.ts";
import { hex } from "../../secrets/derive.ts";
import { ownId, webAddress } from "../fields.ts";
import { byHmac } from "../proof.ts";
import { type Inward, reading } from "../system.ts";

const body = z.object({
  action: z.enum(["NEW", "EDIT"]),
  comment: z.object({ body: z.string(), parentID: ownId.nullish() }),
  author: z.object({ id: ownId, role: z.string().max(64) }),
  story: z.object({ id: ownId, url: z.string() }),
});

/** What is held with less is not called spam: a rule of the owner's, or a doubt. */
const LIKELY = 0.5;

/**
 * Coral's external moderation phase. A comment has no id yet when Coral asks: what it says by whom and where is what it is
 * known by, so that the same asked twice is the same.
 */
export const coralIn: Inward = {
  makesSecret: true,
  isFrom: byHmac("x-coral-signature"),
  ...reading(body, async ({ comment, author, story }) => ({
    what: "comment",
    submission: {
      id: await madeId([story.id, comment.parentID ?? "", author.id, comment.body]),
      type: comment.parentID ? "reply" : "comment",
      format: /<\/[a-z]|<br/i.test(comment.body) ? "html" : "text",
      content: comment.body,
      post: { url: webAddress(story.url) },
      ...(comment.parentID && { parent: { id: comment.parentID } }),
      author: { id: author.id, ...(author.role !== "COMMENTER" && { role: author.role.toLowerCase() }) },
    },
    reference: JSON.stringify([story.id, author.id]),
  })),
  answer: (answer) => (answer ? moderated(answer) : { status: "SYSTEM_WITHHELD", actions: [] }),
};

async function madeId(parts: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(parts)));
  return hex(new Uint8Array(digest)).slice(0, 32);
}

/** Where Hamlet publishes, Coral's own settings have the last word: it is told no status. */
function moderated({ status, abuse, probability }: Answer): object {
  if (status === "published") return { actions: [] };
  const actions = [
    ...(abuse.flagged ? [flag("TOXIC")] : []),
    ...(probability >= LIKELY ? [flag("SPAM")] : []),
  ];
  return { status: status === "pending" ? "SYSTEM_WITHHELD" : "REJECTED", actions };
}

const flag = (what: "TOXIC" | "SPAM") => ({ actionType: "FLAG", reason: `COMMENT_DETECTED_${what}` });
