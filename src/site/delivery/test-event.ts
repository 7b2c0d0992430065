import type { Reply } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { exchange } from "./exchange.ts";
import { type SecretOf, signedRequest } from "./signed-request.ts";
import { webhookAddress } from "./webhook-channel.ts";

interface Means {
  readonly secretOf: SecretOf;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Sends an event of type "test" to a site's webhook, once and now, and tells what came back. Nothing is stored. */
export async function sendTestEvent(record: SiteRecord, means: Means, now: () => number): Promise<Reply> {
  const address = webhookAddress(record, means.allowLocal);
  if ("fault" in address) return { answer: address.fault, ms: 0 };
  const time = now();
  const body = JSON.stringify({
    type: "test",
    timestamp: new Date(time).toISOString(),
    data: { site: record.id },
  });
  const about = { id: `test_${record.id}_${time}`, body, record, now: time };
  return exchange(means.fetch, await signedRequest(address.url, about, means.secretOf), now);
}
