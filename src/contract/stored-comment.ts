import * as z from "zod";
import { type Comment, commentTypes, formats, formProved } from "../core/comment.ts";
import { payloadKinds } from "../core/reading/payload.ts";

const text = z.string().optional();
const outcome = z.enum(["publish", "review", "reject"]);

/** A comment as it was stored, by this version or an earlier one. */
export const storedComment = z.object({
  type: z.enum(commentTypes).default("comment"),
  format: z.enum(formats).default("text"),
  content: z.string(),
  post: z
    .object({
      url: text,
      title: text,
      excerpt: text,
      publishedAt: text,
      modifiedAt: text,
      tags: z.array(z.string()).optional(),
    })
    .default({}),
  parent: z.object({ id: text, content: text }).optional(),
  author: z.object({ name: text, email: text, url: text, userAgent: text, role: text, id: text }).default({}),
  referrer: text,
  language: text,
  form: z
    .object({
      honeypot: text,
      elapsed: z.number().optional(),
      token: z.enum(["passed", "failed"]).optional(),
      inputs: z.number().optional(),
      proof: z.enum(formProved).optional(),
    })
    .optional(),
}) satisfies z.ZodType<Comment>;

const hits = z.array(z.looseObject({ signal: z.string(), points: z.number(), evidence: z.string() }));

/** A verdict as it was stored. */
export const storedVerdict = z.looseObject({
  outcome,
  blatant: z.boolean(),
  score: z.number(),
  probability: z.number(),
  payload: z.array(z.enum(payloadKinds)).optional(),
  abuse: z.looseObject({ score: z.number(), flagged: z.boolean(), hits }),
  policy: z.array(z.looseObject({ rule: z.string(), effect: z.string() })),
  hits,
  notRun: z.array(z.looseObject({ signal: z.string(), reason: z.string() })),
  would: outcome.optional(),
});
