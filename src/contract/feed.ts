import * as z from "zod";

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
    at: z.string().meta({ description: "When it came, RFC 3339." }),
  })
  .meta({ id: "FeedComment" });

export type FeedComment = z.output<typeof feedComment>;

/** What was published on one page, the oldest first. */
export const feed = z
  .object({
    count: z.int().meta({
      description: "Of all comments published on the page; of more than 1,000 the feed holds the newest.",
    }),
    comments: z.array(feedComment),
  })
  .meta({ id: "Feed" });

export type Feed = z.output<typeof feed>;

export const noComments: Feed = { count: 0, comments: [] };

/** How many comments each page has that has any, by what its comments are found by. */
export const threadCounts = z.record(z.string(), z.int());

export type ThreadCounts = Readonly<z.output<typeof threadCounts>>;
