import * as z from "zod";
import type { Status } from "../core/judging/decision.ts";

/** What became of a comment that a blog's own form brought, as its author is told. */
const told = ["published", "waits", "refused"] as const;

export type Told = (typeof told)[number];

export const toldAs: Readonly<Record<Status, Told>> = {
  published: "published",
  pending: "waits",
  spam: "refused",
  discarded: "refused",
};

/** What a script is answered that sends the form. */
export const formAnswer = z
  .object({
    id: z.string(),
    status: z.enum(told).meta({ description: "Published, waits for a person, or was taken for spam." }),
    edit: z.object({ token: z.string(), until: z.iso.datetime() }).optional().meta({
      description:
        "By this token, until this time, the browser that has it may change or delete the comment. Only for a comment that came with this request, and was not taken for spam.",
    }),
  })
  .meta({ id: "FormAnswer" });

export type FormAnswer = z.output<typeof formAnswer>;

/** What a script is answered that changes or deletes a reader's own comment. */
export const ownAnswer = z
  .object({ id: z.string(), status: z.enum([...told, "deleted"]) })
  .meta({ id: "OwnCommentAnswer" });

export type OwnAnswer = z.output<typeof ownAnswer>;

/** The fields of the form, by the names of its inputs. */
export const formFields = z
  .object({
    comment: z.string().meta({ description: "The text." }),
    post: z.string().meta({ description: "The page's address, on one of the site's hosts." }),
    title: z.string().optional().meta({ description: "The page's title." }),
    parent: z.string().optional().meta({ description: "The id of the comment that is answered." }),
    name: z.string().optional(),
    email: z.string().optional().meta({ description: "Kept as a keyed hash; never shown." }),
    website: z.string().optional(),
    replies: z.string().optional().meta({
      description:
        "Not empty: she wants to be told of answers by mail, and is asked by mail once her comment is published. Where the owner offers it.",
    }),
    homepage: z.string().optional().meta({ description: "A trap: people do not see this field." }),
    token: z
      .string()
      .optional()
      .meta({ description: "From /f/{site}/token; without one nothing is held against it." }),
    altcha: z
      .string()
      .optional()
      .meta({ description: "A solution of /f/{site}/challenge, where the owner asks for one." }),
    "cf-turnstile-response": z
      .string()
      .optional()
      .meta({ description: "What Turnstile gave to the page, where the owner asks for it." }),
    inputs: z
      .string()
      .optional()
      .meta({ description: "Key presses, clicks and touches that a script counted." }),
  })
  .meta({ id: "FormFields" });
