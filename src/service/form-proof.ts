import type { Solution } from "../contract/form-proof.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { FormProved } from "../core/comment.ts";
import type { Services } from "./services.ts";
import { verifyTurnstile } from "./turnstile.ts";
import { readSolution } from "./work.ts";

/** What a form brings as a proof, by the names that ALTCHA and Turnstile give their fields. */
export interface Proofs {
  readonly altcha: string | undefined;
  readonly turnstile: string | undefined;
}

interface Proved {
  readonly proof: FormProved;
  /** Not to be taken twice. */
  readonly solution?: Solution;
}

/** What became of the proof that the owner asks for; undefined: she asks for none. */
export async function provedBy(
  services: Services,
  record: SiteRecord,
  { altcha, turnstile }: Proofs,
): Promise<Proved | undefined> {
  const { formProof } = record.settings;
  if (formProof === null) return undefined;
  if (formProof.kind === "turnstile") {
    if (turnstile === undefined) return { proof: "missing" };
    return { proof: await verifyTurnstile(services, record, formProof, turnstile) };
  }
  if (altcha === undefined) return { proof: "missing" };
  const solution = await readSolution(services, record, altcha);
  return typeof solution === "string" ? { proof: solution } : { proof: "passed", solution };
}
