import { Webhook } from "standardwebhooks";
import type { SiteRecord } from "../../contract/site-record.ts";

/** Signing secret of the site for a generation, `whsec_…`. */
export type SecretOf = (record: SiteRecord, generation: number) => Promise<string>;

/**
 * A POST signed by Standard Webhooks with every valid generation of the site's delivery secret, so that a receiver that
 * has not changed its secret yet accepts it as well. Redirects are not followed.
 */
export async function signedRequest(
  url: string,
  { id, body, record, now }: { id: string; body: string; record: SiteRecord; now: number },
  secretOf: SecretOf,
): Promise<Request> {
  const at = new Date(now);
  const generations = [record.generation, record.generation - 1].filter((generation) => generation >= 1);
  const signatures = generations.map(async (generation) =>
    new Webhook(await secretOf(record, generation)).sign(id, at, body),
  );
  return new Request(url, {
    method: "POST",
    body,
    redirect: "manual",
    headers: {
      "content-type": "application/json",
      "user-agent": "Hamlet",
      "webhook-id": id,
      "webhook-timestamp": String(Math.floor(now / 1000)),
      "webhook-signature": (await Promise.all(signatures)).join(" "),
    },
  });
}
