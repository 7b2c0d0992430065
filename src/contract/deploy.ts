import * as z from "zod";

const fields = {
  url: z
    .url({ protocol: /^https?$/, error: "the https address that your host gave you" })
    .max(500)
    .meta({
      description: "It is a secret: read back it is cut. The cut address sent again changes nothing.",
    }),
  minutes: z.int().min(5).max(1_440).default(15).meta({ description: "It is called at most so often." }),
};

/** What is called when comments that readers see have changed, so that the blog's pages are built again. */
export const deploy = z.object(fields).meta({ id: "Deploy" });

export type Deploy = z.output<typeof deploy>;

/** The same as it is kept: its address cut, and the whole one sealed. */
export const storedDeploy = z.object({ ...fields, sealed: z.string().optional() });

export type StoredDeploy = z.output<typeof storedDeploy>;

/** How the calls went. Times in milliseconds since 1970; 0: never, or nothing is to be told. */
export const deployState = z.object({
  /** When something changed that was not told yet. */
  changed: z.number().default(0),
  /** When it was called last. */
  at: z.number().default(0),
  tries: z.number().default(0),
  /** Why the last call failed. */
  failure: z.string().nullable().default(null),
});

export type DeployState = Readonly<z.output<typeof deployState>>;
