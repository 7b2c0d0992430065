import { targetFault } from "../../contract/site.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import type { Address, Channel, Message } from "./channel.ts";
import { type SecretOf, signedRequest } from "./signed-request.ts";

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
      by: event.actor,
    },
  };
}
