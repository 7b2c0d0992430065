import { Webhook } from "standardwebhooks";
import type { SiteRecord } from "../contract/site-record.ts";
import { signingSecret } from "../secrets/site-secrets.ts";
import type { Services } from "./services.ts";

/**
 * Whether a site signed a body, as Standard Webhooks has it; the secret before the newest is good as well.
 */
export async function isSignedBySite(
  { secrets }: Services,
  record: SiteRecord,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  for (const generation of [record.generation, record.generation - 1]) {
    if (generation < 1) continue;
    const secret = await signingSecret(secrets.HAMLET_SECRET, record.id, "intake", generation);
    try {
      new Webhook(secret).verify(body, headers);
      return true;
    } catch {
      // The next generation may fit.
    }
  }
  return false;
}
