import * as z from "zod";

const outcome = z.enum(["publish", "review", "reject"]);

/** The same under the settings as they are, and as they would be. */
// biome-ignore lint/suspicious/noThenProperty: the contract's word, and neither a number nor a text is called
const changeOf = <T extends z.ZodType>(what: T) => z.object({ now: what, then: what });

const figure = changeOf(z.int());

// biome-ignore lint/suspicious/noThenProperty: as above
export const change = <T>(now: T, after: T) => ({ now, then: after });

/** What a change of the settings would have meant for the newest comments of a site. */
export const preview = z
  .object({
    comments: z.int().meta({
      description:
        "So many were looked at; without spam beyond doubt. Where only limits change, comments of the blog's past are among them.",
    }),
    seen: figure.meta({ description: "Held for a person." }),
    hamRejected: figure.meta({ description: "Good ones that would be rejected." }),
    spamPublished: figure,
    examples: z
      .array(
        z.object({
          id: z.string(),
          arrived: z.string(),
          label: z.enum(["ham", "spam"]).nullable().meta({
            description: "What people said, or left as it was; null: nobody has decided yet.",
          }),
          ...changeOf(outcome).shape,
          author: z.string().optional(),
          content: z.string(),
        }),
      )
      .meta({ description: "Stored comments that would go elsewhere, mistakes first." }),
  })
  .meta({ id: "Preview" });

export type Preview = z.output<typeof preview>;
