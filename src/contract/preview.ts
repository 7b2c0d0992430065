import * as z from "zod";

const outcome = z.enum(["publish", "review", "reject"]);

/** The same under the settings as they are, and as they would be. */
// biome-ignore lint/suspicious/noThenProperty: the contract's word, and neither a number nor a text is called
const changeOf = <T extends z.ZodType>(what: T) => z.object({ now: what, then: what });

const figure = changeOf(z.int());

// biome-ignore lint/suspicious/noThenProperty: as above
export const change = <T>(now: T, after: T) => ({ now, then: after });

/** The filter's scale as it is shown: steps of log-odds, from surely fine to surely spam. */
export const SCALE = { from: -7, step: 0.5, steps: 28 } as const;

/** Comments that a preview shows. */
export const MOST_EXAMPLES = 20;

const bin = z.object({ publish: z.int(), review: z.int(), reject: z.int() });

export type ScaleBin = z.output<typeof bin>;

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
    scale: z.array(bin).length(SCALE.steps).meta({
      description:
        "The same comments by what would become of them, in steps of .5 of log-odds from −7 to 7; the first and the last step hold all beyond.",
    }),
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
