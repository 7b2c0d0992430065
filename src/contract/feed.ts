import * as z from "zod";
import { reactionKinds } from "./webmention.ts";

/** A published comment as readers see it: this and nothing else of it leaves Hamlet by the feed. */
export const feedComment = z
  .object({
    id: z.string(),
    parent: z.string().nullable().meta({
      description: "The comment that this one answers, of those that stand before it; null: the page itself.",
    }),
    name: z.string(),
    website: z.string().nullable().meta({ description: "An http or https address." }),
    html: z.string().meta({
      description:
        'The text as HTML that is safe to show: paragraphs, emphasis, lists, quotes, code, and links with rel="ugc nofollow".',
    }),
    at: z.string().optional().meta({
      description: "When it came, RFC 3339; left out of an earlier system's comment that told no time.",
    }),
    source: z.string().optional().meta({ description: "Of a webmention: the page that it stands on." }),
  })
  .meta({ id: "FeedComment" });

export type FeedComment = z.output<typeof feedComment>;

/** A page elsewhere that likes, reposts or bookmarks the blog's, without a word. */
export const reaction = z
  .object({
    id: z.string(),
    kind: z.enum(reactionKinds),
    name: z.string(),
    website: z.string().nullable(),
    source: z.string(),
    at: z.string(),
  })
  .meta({ id: "Reaction" });

export type Reaction = z.output<typeof reaction>;

/** What was published on one page, the oldest first. */
export const feed = z
  .object({
    count: z.int().meta({
      description: "Of all comments published on the page; of more than 1,000 the feed holds the newest.",
    }),
    comments: z.array(feedComment),
    reactions: z.array(reaction).optional().meta({
      description:
        "Likes, reposts and bookmarks by webmention, the newest 500; left out where there are none.",
    }),
  })
  .meta({ id: "Feed" });

export type Feed = z.output<typeof feed>;

export const noComments: Feed = { count: 0, comments: [] };

export const isEmpty = ({ count, reactions }: Feed): boolean => count === 0 && reactions === undefined;

/** How many comments each page has that has any, by what its comments are found by; 0: likes and the like alone. */
export const threadCounts = z.record(z.string(), z.int());

export type ThreadCounts = Readonly<z.output<typeof threadCounts>>;
