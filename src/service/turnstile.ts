import * as z from "zod";
import type { FormProof } from "../contract/form-proof.ts";
import type { Seed } from "../contract/site-record.ts";
import type { FormProved } from "../core/comment.ts";
import { log } from "../platform/log.ts";
import { unseal } from "../secrets/seal.ts";
import type { Services } from "./services.ts";

const VERIFY = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/** The reader waits meanwhile, milliseconds. */
const PATIENCE = 4_000;
/** Characters of what Turnstile gives a page. */
const LONGEST = 2_048;

const answer = z.object({ success: z.boolean(), "error-codes": z.array(z.string()).default([]) });

/** What became of what Turnstile gave to a page: it is asked, once for each. Whoever fails to answer keeps nobody out. */
export async function verifyTurnstile(
  services: Services,
  site: Seed,
  { secret }: Extract<FormProof, { kind: "turnstile" }>,
  sent: string,
): Promise<FormProved> {
  if (sent.length > LONGEST) return "failed";
  const { HAMLET_SECRET, TURNSTILE_VERIFY = VERIFY } = services.secrets;
  try {
    const own = await unseal(HAMLET_SECRET, site, secret);
    if (own === undefined) return "unreachable";
    const asked = await fetch(TURNSTILE_VERIFY, {
      method: "POST",
      body: new URLSearchParams({ secret: own, response: sent }),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { success, "error-codes": codes } = answer.parse(await asked.json());
    if (success) return "passed";
    if (codes.includes("timeout-or-duplicate")) return "spent";
    // The secret is not taken, or Turnstile has a fault of its own: nobody's who wrote.
    return codes.some((code) => /secret|internal|bad-request/.test(code)) ? "unreachable" : "failed";
  } catch (failure) {
    log("warn", "turnstile did not answer", { site: site.id, failure });
    return "unreachable";
  }
}
