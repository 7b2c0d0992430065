import type { FormProof } from "../contract/form-proof.ts";
import { HIDDEN } from "../contract/integration.ts";
import type { Problem } from "../contract/problem.ts";
import type { Seed } from "../contract/site-record.ts";
import { seal } from "../secrets/seal.ts";
import type { Services } from "./services.ts";

type Faults = NonNullable<Problem["errors"]>;

/** What is asked of comments, as it is kept: its secret sealed. One sent back as it was shown stays, but not for another site key. */
export async function sealedFormProof(
  { secrets }: Services,
  seed: Seed,
  given: FormProof,
  before: FormProof | null,
): Promise<{ readonly formProof: FormProof } | { readonly errors: Faults }> {
  if (given.kind !== "turnstile") return { formProof: given };
  if (given.secret !== HIDDEN) {
    const secret = await seal(secrets.HAMLET_SECRET, seed, given.secret);
    return { formProof: { ...given, secret } };
  }
  const isKnown = before?.kind === "turnstile" && before.siteKey === given.siteKey;
  if (isKnown) return { formProof: before };
  return { errors: [{ pointer: "#/formProof/secret", detail: "enter it again: the site key is another" }] };
}
