import * as z from "zod";
import { HIDDEN } from "./integration.ts";

const work = z.object({ kind: z.literal("work") }).meta({ id: "WorkProof" });

const turnstile = z
  .object({
    kind: z.literal("turnstile"),
    siteKey: z
      .string()
      .trim()
      .regex(/^[\w.-]{1,100}$/, "a site key of letters, digits, - and _")
      .meta({ description: "As Turnstile's page shows it; the form's pages name it." }),
    secret: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({
        description: `As Turnstile's page shows it. It is kept encrypted, and reads back as ${HIDDEN}, which sent again changes nothing.`,
      }),
  })
  .meta({ id: "TurnstileProof" });

/** What the owner asks of each comment by her blog's own form. One that comes without is held, never refused. */
export const formProof = z.discriminatedUnion("kind", [work, turnstile]).meta({ id: "FormProof" });

export type FormProof = z.output<typeof formProof>;

/** As it is shown: no secret of it. As it is kept, the secret is sealed. */
export const shownProof = (proof: FormProof | null): FormProof | null =>
  proof?.kind === "turnstile" ? { ...proof, secret: HIDDEN } : proof;

/** As it is kept: sealed, a secret is longer. */
export const storedFormProof = z.discriminatedUnion("kind", [work, turnstile.extend({ secret: z.string() })]);

/** A challenge as ALTCHA's widget takes it. */
export const workChallenge = z
  .object({
    algorithm: z.literal("SHA-256"),
    challenge: z.string(),
    maxnumber: z.int(),
    salt: z.string(),
    signature: z.string(),
  })
  .meta({ id: "WorkChallenge" });

export type WorkChallenge = z.output<typeof workChallenge>;

/** A solution, by which it is known and until when it is good, milliseconds since 1970: until then it is not taken twice. */
export interface Solution {
  readonly id: string;
  readonly expires: number;
}
