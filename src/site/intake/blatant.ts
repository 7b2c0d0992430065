import type { Comment } from "../../core/comment.ts";

/**
 * Blatant spam is kept so that somebody can find a mistake among it; the blog has the whole text. Bounds for a flood: the plan
 * gives an account 5 GB, and every look at the spam reads all of its rows.
 */
const MOST_TEXT = 4_000;
const MOST_QUOTED = 500;

/** So many are kept whatever the retention says; the oldest go first. */
export const MOST_BLATANT = 30_000;

/** As much of a blatant comment as is kept, lengths in UTF-16 units. */
export function shortened(comment: Comment): Comment {
  const { content, parent, post } = comment;
  return {
    ...comment,
    content: content.slice(0, MOST_TEXT),
    post: { ...post, ...(post.excerpt && { excerpt: post.excerpt.slice(0, MOST_QUOTED) }) },
    ...(parent && { parent: { ...parent, content: parent.content?.slice(0, MOST_QUOTED) } }),
  };
}
