import type { SiteRecord } from "../../contract/site-record.ts";
import { DAY } from "../../platform/clock.ts";
import { actionToken } from "../../secrets/action-token.ts";
import { type SecretOf, signedRequest } from "../delivery/webhook-channel.ts";
import type { Messenger } from "../jobs/notice-job.ts";
import { notifyFault } from "./notify-fault.ts";

/** A link to decide on a comment is good for so long, milliseconds. */
const LINK_LIFE = DAY;

interface Means {
  readonly master: string;
  readonly secretOf: SecretOf;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Sends a site's messages. "plain" ones are signed as events are. */
export function messenger(
  record: () => SiteRecord,
  { master, secretOf, fetch, allowLocal }: Means,
): Messenger {
  return {
    fetch,
    fault: (notify) => notifyFault(notify, record().settings, allowLocal),
    async request({ kind, url }, body, now) {
      if (kind !== "plain")
        return new Request(url, {
          method: "POST",
          body,
          redirect: "manual",
          headers: { "content-type": "application/json", "user-agent": "Hamlet" },
        });
      return signedRequest(url, { id: `ntc_${record().id}_${now}`, body, record: record(), now }, secretOf);
    },
    async linkTo({ act, link = "" }, { id, revision }, now) {
      const site = record();
      if (!act) return `${link}/queue/${site.id}/${encodeURIComponent(id)}`;
      const token = await actionToken(master, site, site.generation, {
        id,
        revision,
        expires: now + LINK_LIFE,
      });
      return `${link}/act/${site.id}/${token}`;
    },
  };
}
