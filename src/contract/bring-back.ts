import * as z from "zod";

/** Who brings comments back. */
export const bringBackRequest = z
  .object({ by: z.string().min(1).max(80).optional().meta({ description: "Default: the owner." }) })
  .meta({ id: "BringBackRequest" });

export const broughtBack = z
  .object({
    published: z.int(),
    held: z.int().meta({ description: "Wait for a person, as the verdict without the entry says." }),
    more: z.boolean().meta({ description: "There are others: call again." }),
  })
  .meta({ id: "BroughtBack" });
