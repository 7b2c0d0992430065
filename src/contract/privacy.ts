import * as z from "zod";
import { event } from "./decision.ts";
import { answer, status } from "./verdict.ts";

/** The address in what people paste: `mailto:kim@post.example`, `Kim <kim@post.example>`. */
function bareAddress(text: string): string {
  const inner = (/<([^<>]*)>\s*$/.exec(text)?.[1] ?? text).trim();
  return /^mailto:/i.test(inner)
    ? inner
        .slice(7)
        .replace(/[?#].*$/s, "")
        .replace(/%40/g, "@")
        .trim()
    : inner;
}

/** Whose data: a commenter is known by the mail address that she gave. */
export const person = z
  .object({
    email: z
      .string()
      .max(1000)
      .overwrite(bareAddress)
      .min(3)
      .max(320)
      .regex(/^[^\s@<>()[\]:;,"]+@[^\s@<>()[\]:;,"]+$/, "one mail address")
      .meta({ example: "ada@mail.example" }),
  })
  .meta({ id: "Person" });

const comment = z.object({
  id: z.string(),
  status,
  arrived: z.string().meta({ description: "RFC 3339." }),
  comment: z.looseObject({}).meta({ description: "All fields as kept; the mail address is masked." }),
  earlier: z
    .array(z.object({ until: z.string().meta({ description: "RFC 3339." }), text: z.string() }))
    .meta({ description: "Texts that edits replaced, the oldest first." }),
  verdict: answer.pick({ outcome: true, score: true, probability: true, hits: true, policy: true }),
  history: z.array(event),
});

const found = {
  mentions: z.array(z.string()).meta({
    description:
      "Ids of other people's comments that hold the address, a whole name or a text of hers, at most 100.",
  }),
  listed: z.array(z.enum(["blocked", "allowed"])).meta({
    description:
      "The site's own lists that name her: entries with the address written out are the owner's to change.",
  }),
};

/** All that a site keeps of a person. */
export const personExport = z
  .object({
    comments: z.array(comment),
    more: z
      .boolean()
      .meta({ description: "There are more comments than one answer holds: the newest are left out." }),
    standing: z
      .object({ approved: z.int(), spam: z.int(), discarded: z.int() })
      .meta({ description: "How often people decided how on comments with this address." }),
    replies: z.array(z.object({ page: z.string(), asked: z.string(), confirmed: z.boolean() })).meta({
      description:
        "What she asked for by mail: to be told of answers on a page; or, without a page, to be erased. The address is kept encrypted for it.",
    }),
    past: z
      .array(
        z.object({
          source: z.string(),
          id: z.string(),
          comment: z.looseObject({}).meta({ description: "As kept; the mail address is masked." }),
        }),
      )
      .meta({
        description: "Comments of a history that was brought in, kept until somebody decides on them.",
      }),
    lessons: z
      .array(
        z.object({
          source: z.string().meta({ description: "`decision`, `weak` or the import's." }),
          id: z.string(),
          label: z.enum(["spam", "ham"]),
          weight: z.number(),
          at: z.string().meta({ description: "RFC 3339." }),
        }),
      )
      .meta({ description: "What the filter learned of her, without the texts, the oldest first." }),
    inbox: z
      .int()
      .meta({ description: "Submissions that wait to be taken over; they show up in a few minutes." }),
    ...found,
  })
  .meta({ id: "PersonExport" });

export type PersonExport = z.output<typeof personExport>;

/** What an erasure may leave: for a second call, for a minute, for the owner to judge, or for good. */
export const remaining = [
  "comments",
  "queue",
  "mentions",
  "lists",
  "backups",
  "recovery",
  "record",
  "blog",
] as const;

/** What was erased of a person, and what erasing cannot reach. */
export const personErased = z
  .object({
    comments: z.int().meta({ description: "With their queue entries, deliveries and what they taught." }),
    inbox: z.int(),
    standing: z
      .boolean()
      .meta({ description: "There was a record of decisions on this address; it is gone." }),
    unlisted: z
      .array(z.enum(["blocked", "allowed"]))
      .meta({ description: "Lists out of which entries made for this author by trust or block were taken." }),
    quotes: z.int().meta({ description: "Other people's comments out of which quotes of hers were taken." }),
    ...found,
    remains: z
      .array(z.object({ what: z.enum(remaining), detail: z.string() }))
      .meta({ description: "What still holds data of the address." }),
  })
  .meta({ id: "PersonErased" });

export type PersonErased = z.output<typeof personErased>;

/** A commenter, as a site can know her. */
export interface Person {
  readonly email: string;
  /** Keyed hash of the address. */
  readonly mail: string;
}

export interface Erased extends Pick<PersonExport, "mentions" | "listed"> {
  readonly comments: number;
  /** There are more: call again. */
  readonly more: boolean;
  readonly standing: boolean;
  /** Quotes of hers taken out of other people's comments. */
  readonly quotes: number;
  /** Lines of the site's lists that trust and block made for her: they are to go. */
  readonly entries: readonly string[];
  /** Keys in the approval queue that are still to go. */
  readonly queued: number;
}
