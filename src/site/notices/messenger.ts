import type { Notify, StoredNotify } from "../../contract/notify.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { type SecretOf, signedRequest } from "../delivery/webhook-channel.ts";
import type { Messenger } from "../jobs/notice-job.ts";
import { commentLink } from "./comment-link.ts";
import { notifyFault } from "./notify-fault.ts";

interface Means {
  readonly master: string;
  readonly secretOf: SecretOf;
  readonly unseal: (record: SiteRecord, sealed: string) => Promise<string | undefined>;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** Sends a site's messages. "plain" ones are signed as events are. */
export function messenger(
  record: () => SiteRecord,
  { master, secretOf, unseal, fetch, allowLocal }: Means,
): Messenger {
  return {
    fetch,
    async opened(kept: StoredNotify): Promise<Notify | string> {
      const url = kept.sealed === undefined ? kept.url : await unseal(record(), kept.sealed);
      if (url === undefined) return "its address was kept under another HAMLET_SECRET: enter it again";
      const notify = { ...kept, url };
      return notifyFault(notify, record().settings, allowLocal) ?? notify;
    },
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
    linkTo: ({ act, link = "" }, comment, now) => commentLink(master, record(), { act, link }, comment, now),
  };
}
