import * as z from "zod";
import { atTime, ownId, text, time, webAddress } from "../fields.ts";
import { byHmac } from "../proof.ts";
import { type Inward, reading, type Said } from "../system.ts";

/** A post that people wrote; others are notes of what a moderator did. */
const REGULAR = 1;

const post = z.object({
  id: ownId,
  raw: z.string(),
  username: text,
  name: text,
  user_id: ownId.nullish(),
  admin: z.boolean().nullish(),
  moderator: z.boolean().nullish(),
  post_type: z.int().nullish(),
  post_number: z.int().nullish(),
  reply_to_post_number: z.int().nullish(),
  topic_id: ownId.nullish(),
  topic_slug: text,
  topic_title: text,
  topic_archetype: text,
  created_at: time,
  updated_at: time,
});

const body = z.object({ ping: text, post: post.optional() });

type Post = z.output<typeof post>;

/** Discourse's webhook, signed with its secret. What is no public post, or no news of one, is nothing. */
export const discourseIn: Inward = {
  isFrom: byHmac("x-discourse-event-signature"),
  ...reading(body, ({ post }, headers): Said => {
    const event = headers.get("x-discourse-event");
    const isComment = (post?.post_type ?? REGULAR) === REGULAR && post?.topic_archetype !== "private_message";
    if (!post || !isComment) return { what: "nothing" };
    if (event === "post_destroyed") return { what: "deletion", id: post.id };
    if (event !== "post_created" && event !== "post_edited") return { what: "nothing" };
    return {
      what: "comment",
      submission: submissionOf(post, headers.get("x-discourse-instance") ?? undefined),
      changed: post.updated_at,
    };
  }),
};

function submissionOf(post: Post, instance: string | undefined) {
  const { admin, moderator, reply_to_post_number: parent } = post;
  const topic = `${instance ?? ""}/t/${post.topic_slug ?? "-"}/${post.topic_id ?? ""}`;
  return {
    id: post.id,
    type: "forum-post" as const,
    format: "markdown" as const,
    content: post.raw,
    post: { url: webAddress(topic), title: post.topic_title },
    ...(parent && { parent: { id: `${post.topic_id ?? ""}-${parent}` } }),
    author: {
      name: post.name ?? post.username,
      ...(post.user_id && { id: post.user_id }),
      ...((admin || moderator) && { role: admin ? "admin" : "moderator" }),
    },
    submittedAt: atTime(post.created_at),
    recheckReason: "edit",
  };
}
