import * as z from "zod";

/** Use of a key: everything of the site, or Akismet's routes only. */
export const scopes = ["site", "akismet"] as const;

/** What to make: by default a new generation of the site key and both secrets. */
export const keyRequest = z.object({ scope: z.enum(scopes).default("site") }).meta({ id: "KeyRequest" });

/** A key for Akismet's routes alone: answered once, when it is made. */
export const akismetKeyMade = z
  .object({
    n: z.int(),
    scope: z.literal("akismet"),
    key: z.string().meta({ description: "For a client of Akismet; shown now and never again." }),
  })
  .meta({ id: "AkismetKey" });

export type AkismetKeyMade = z.output<typeof akismetKeyMade>;
