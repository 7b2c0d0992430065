import * as z from "zod";

/** What a page elsewhere does without a word of its own. */
export const reactionKinds = ["like", "repost", "bookmark"] as const;

export type ReactionKind = (typeof reactionKinds)[number];

/** What a page elsewhere does with one of the blog's. */
export const mentionKinds = [...reactionKinds, "reply", "mention"] as const;

export type MentionKind = (typeof mentionKinds)[number];

export const isReaction = (kind: string): kind is ReactionKind =>
  (reactionKinds as readonly string[]).includes(kind);

const address = z.string().max(2048, "at most 2048 characters");

/** What whoever links to a page of the blog's sends (W3C Webmention, 3.1). */
export const webmentionFields = z
  .object({
    source: address.meta({
      description: "The page that links, on a public host. Named with http, it is read by https.",
    }),
    target: address.meta({ description: "The blog's page that it links to." }),
  })
  .meta({ id: "Webmention" });

/** Why a webmention is not taken now. */
export type MentionRefusal =
  /** Too many came today: of all, of that host, or of that network. */
  | "day full"
  /** Too many wait to be read. */
  | "busy";
