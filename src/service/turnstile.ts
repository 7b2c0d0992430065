import * as z from "zod";
import type { FormProof } from "../contract/form-proof.ts";
import { hostsOf } from "../contract/policy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { FormProved } from "../core/comment.ts";
import { log } from "../platform/log.ts";
import { unseal } from "../secrets/seal.ts";
import type { Services } from "./services.ts";

const VERIFY = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/** The reader waits meanwhile, milliseconds. */
const PATIENCE = 4_000;
/** Characters of what Turnstile gives a page. */
const LONGEST = 2_048;

/** What a widget on the page may say that it was solved for; one that says nothing was solved for any. */
const ACTION = "comment";

const answer = z.object({
  success: z.boolean(),
  "error-codes": z.array(z.string()).default([]),
  hostname: z.string().optional(),
  action: z.string().optional(),
  metadata: z.object({ result_with_testing_key: z.boolean().optional() }).optional(),
});

type Answer = z.output<typeof answer>;

/** What became of what Turnstile gave to a page: it is asked, once for each. Whoever fails to answer keeps nobody out. */
export async function verifyTurnstile(
  services: Services,
  site: SiteRecord,
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
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!asked.ok) throw new Error(`answered ${asked.status}`);
    return meant(site, answer.parse(await asked.json()));
  } catch (failure) {
    log("warn", "turnstile did not answer", { site: site.id, failure });
    return "unreachable";
  }
}

function meant(site: SiteRecord, answer: Answer): FormProved {
  const { success, "error-codes": codes } = answer;
  if (success) return isOfForm(site, answer) ? "passed" : "failed";
  if (codes.includes("timeout-or-duplicate")) return "spent";
  // The secret is not taken, or Turnstile has a fault of its own: nobody's who wrote.
  return codes.some((code) => /secret|internal|bad-request/.test(code)) ? "unreachable" : "failed";
}

/** Whether it was solved on one of the blog's pages, and for no other purpose. Of keys for testing Turnstile tells a made-up page. */
function isOfForm({ settings }: SiteRecord, { hostname = "", action = "", metadata }: Answer): boolean {
  if (metadata?.result_with_testing_key) return true;
  const names = hostsOf(settings).map((host) => new URL(`http://${host}`).hostname);
  return names.includes(hostname) && (action === "" || action === ACTION);
}
