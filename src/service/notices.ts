import type { NoticeState } from "../contract/notify.ts";
import { type OutboundCall, outboundCalls } from "../contract/outbound.ts";
import type { Reply } from "../contract/outgoing.ts";
import { canMail } from "./people/mails.ts";
import { askSite, type Services } from "./services.ts";

interface Notices {
  readonly state: NoticeState;
  readonly outbound: readonly OutboundCall[];
  readonly canMail: boolean;
}

/** How the messages to people do, and every call that the site makes to elsewhere. */
export const notices = (services: Services, site: string): Promise<Notices | undefined> =>
  askSite(services, site, async (object, record) => ({
    state: await object.notices(record),
    outbound: outboundCalls(record, canMail(services)),
    canMail: canMail(services),
  }));

/** Sends a message now, and answers what came back. */
export const sendNotice = (services: Services, site: string): Promise<Reply | undefined> =>
  askSite(services, site, (object, record) => object.sendNotice(record));
