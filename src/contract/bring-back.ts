import * as z from "zod";
import { settings } from "./site.ts";

/** What a change of the settings is answered. */
export const settingsChanged = settings
  .extend({
    freed: z.int().optional().meta({
      description:
        "Entries were taken out of `blocked`: stored comments that only such entries had rejected. POST /v1/sites/{site}/bring-back brings them back.",
    }),
  })
  .meta({ id: "SettingsChanged" });

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
