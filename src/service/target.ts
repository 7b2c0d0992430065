import type { SiteRecord } from "../contract/site-record.ts";
import { targetFault } from "../platform/address.ts";
import type { Services } from "./services.ts";

/** Whether events may be sent to an address: it is the site's own, and nothing within a network. */
export const isOwnTarget = ({ secrets }: Services, { settings }: SiteRecord, address: string): boolean =>
  targetFault(address, settings, secrets.ALLOW_LOCAL_TARGETS) === undefined;
