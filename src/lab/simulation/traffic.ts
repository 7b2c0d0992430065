import { good } from "../../cli/demo/good.ts";
import { bread, loops, tides } from "../../cli/demo/posts.ts";
import type { Comment } from "../../core/comment.ts";

/** A comment of the simulation: who sent it, when (milliseconds since 1970), and what it is. */
export interface Event {
  readonly comment: Comment;
  readonly mail: string | undefined;
  /** Stands for the keyed hash of the sender's /24. */
  readonly prefix: string;
  readonly at: number;
  readonly spam: boolean;
}

const START = Date.UTC(2026, 3, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const posts = [tides, bread, loops];

export const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;

const aComment = (content: string, given: Partial<Comment> = {}): Comment => ({
  type: "comment",
  format: "text",
  content,
  post: tides,
  author: {},
  ...given,
});

/** Sentences that readers of the demonstration's blog wrote, to be put together anew. */
export const sentences = good
  .flatMap(({ content }) => content.split(/(?<=[.?!]) /))
  .filter((sentence) => /^[A-Z@][ -~]{20,}$/.test(sentence));

/** A week of readers, each with a mail address and a network of her own; no two comments are much alike. */
export function normalTraffic(): Event[] {
  return Array.from({ length: 180 }, (_, i) => {
    const { author, post } = pick(good, i);
    const reader = i % 40;
    const content = [0, 1, 2]
      .map((n) => pick(sentences, i * 7 + n * n * 11 + Math.floor(i / sentences.length) * n))
      .join(" ");
    return {
      comment: aComment(content, { post, author }),
      mail: `reader-${reader}`,
      prefix: `reader-net-${reader}`,
      at: START + i * Math.floor((7 * DAY) / 180),
      spam: false,
    };
  });
}

export const endings = [
  "",
  "I read it on the train this morning.",
  "My brother says the opposite, by the way.",
  "It took me two evenings to get there.",
  "What would you do with less time?",
  "I come back to this page every autumn.",
  "There is a picture of mine somewhere.",
  "Sorry if that was asked before.",
  "The older version was clearer to me.",
  "I will try again next week.",
];

interface Campaign {
  readonly name: string;
  readonly events: readonly Event[];
}

const burst = (count: number, every: number, one: (i: number) => Omit<Event, "at" | "spam">): Event[] =>
  Array.from({ length: count }, (_, i) => ({ ...one(i), at: START + 3 * DAY + i * every, spam: true }));

/** Spun text: each choice by another digit of the number. */
export const spin = (template: string, i: number) => {
  let left = i;
  return template.replace(/\{([^{}]+)\}/g, (_, choices: string) => {
    const list = choices.split("|");
    const chosen = list[left % list.length] as string;
    left = Math.floor(left / list.length);
    return chosen;
  });
};

const ONE_TEXT =
  "I found a small shop that sells what everybody here is looking for, and they send it the same day: http://small-shop.example/now";
export const SPINTAX =
  "{Hello|Hi|Good day}, {I must say|I have to say|let me say} this {page|text|piece} {helped|served} me {a lot|much|well}. {Others|People} may {like|want} {to see|to read} http://other-{page|site|place}.example {as well|too|next}";
export const PRAISE = [
  "Your reflections on this subject are both timely and refreshing; it is rare to see such clarity.",
  "What stands out here is the balance between depth and readability, which many writers never find.",
  "This resonated with me deeply. Thank you for putting into words what so many of us feel.",
  "A thoughtful and well-rounded take that invites the reader to look at the matter in a new light.",
];

/** What the week is disturbed by. */
export function campaigns(): Campaign[] {
  const copied = normalTraffic();
  return [
    {
      name: "one text on many posts",
      events: burst(60, 10 * MINUTE, (i) => ({
        comment: aComment(ONE_TEXT, {
          post: { ...pick(posts, i), url: `https://blog.example/post-${i}` },
          author: { name: "Jo" },
        }),
        mail: `throwaway-${i}`,
        prefix: `net-${i}`,
      })),
    },
    {
      name: "spintax variants",
      events: burst(60, 10 * MINUTE, (i) => ({
        comment: aComment(spin(SPINTAX, i * 7), { author: { name: pick(["Sam", "Lee", "Kim"], i) } }),
        mail: `throwaway-${i}`,
        prefix: `net-${i}`,
      })),
    },
    {
      name: "many addresses of one prefix",
      events: burst(60, 10_000, (i) => ({
        comment: aComment(`${pick(PRAISE, i)} ${pick(endings, i * 3)}`, {
          author: { name: `Visitor ${i}`, url: `http://visitor-${i}.example` },
        }),
        mail: `throwaway-${i}`,
        prefix: "one-net",
      })),
    },
    {
      name: "a trusted author turned spammer",
      events: burst(20, HOUR, (i) => ({
        comment: aComment(
          `I also wrote about this, see http://new-offers.example/${i} for the best prices. ${pick(endings, i)}`,
          { author: { name: "Mira Holt" } },
        ),
        mail: "reader-0",
        prefix: "reader-net-0",
      })),
    },
    {
      name: "copied comments",
      events: burst(30, 20 * MINUTE, (i) => ({
        comment: aComment(copied[i]?.comment.content ?? "", {
          post: { ...pick(posts, i + 1), url: `https://blog.example/other-${i}` },
          author: { name: `Copy ${i}`, url: `http://copy-${i % 3}.example/shop` },
        }),
        mail: `copier-${i}`,
        prefix: `copy-net-${i % 5}`,
      })),
    },
    {
      name: "AI-like praise with a link",
      events: burst(40, 30 * MINUTE, (i) => ({
        comment: aComment(`${pick(PRAISE, i)} ${pick(endings, i * 7)}`, {
          author: {
            name: pick(["Eleanor Whitfield", "James Carter", "Sofia Lind"], i),
            url: `https://best-kitchen-tools.example/${i}`,
          },
        }),
        mail: `praise-${i}`,
        prefix: `praise-net-${i}`,
      })),
    },
  ];
}
