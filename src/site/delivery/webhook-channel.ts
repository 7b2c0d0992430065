import { Webhook } from "standardwebhooks";
import { keyIn } from "../../contract/actor.ts";
import type { Reply } from "../../contract/outgoing.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { targetFault } from "../../platform/address.ts";
import { exchange } from "./attempts.ts";
import type { Address, Channel, Message } from "./channel.ts";

/** Hamlet's own way: the site's webhook, signed by Standard Webhooks. */
export function webhookChannel(secretOf: SecretOf, allowLocal: boolean): Channel {
  return {
    async prepare({ record, event, comment, now }) {
      const address = webhookAddress(record, allowLocal);
      if ("fault" in address) return address;
      const id = `evt_${record.id}_${event.sequence}`;
      const body = JSON.stringify(payload({ record, event, comment }));
      return { request: await signedRequest(address.url, { id, body, record, now }, secretOf) };
    },
    read: ({ status }) => (status >= 200 && status < 300 ? "delivered" : status === 410 ? "gone" : "again"),
  };
}

/** The site's webhook, or why it must not be used now. */
export function webhookAddress({ settings }: SiteRecord, allowLocal: boolean): Address {
  if (settings.webhook === null) return { fault: "the site has no webhook any more", final: true };
  const fault = targetFault(settings.webhook, settings, allowLocal);
  return fault === undefined ? { url: settings.webhook } : { fault, final: false };
}

/** What the blog gets: the event, and where the comment is now. */
function payload({ record, event, comment }: Pick<Message, "record" | "event" | "comment">) {
  return {
    type: event.type,
    timestamp: new Date(event.at).toISOString(),
    data: {
      site: record.id,
      id: event.comment,
      sequence: event.sequence,
      status: comment.status,
      before: event.before,
      decision: event.decision,
      because: event.because ?? undefined,
      content: event.content ?? undefined,
      by: event.actor,
      ...keyIn(event.member),
    },
  };
}

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
