import type * as z from "zod";
import { hostsOf } from "../contract/policy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { ownPage } from "../contract/thread.ts";
import type { MentionRefusal, webmentionFields } from "../contract/webmention.ts";
import { publicFault, secured } from "../platform/address.ts";
import { callerAt } from "../secrets/identity.ts";
import { mentionId } from "../systems/webmention/in.ts";
import { siteWithForm } from "./form.ts";
import type { Services } from "./services.ts";

type Fields = z.output<typeof webmentionFields>;

/** The record of a site that receives webmentions; undefined: there is none. */
export async function siteWithMentions(services: Services, id: string): Promise<SiteRecord | undefined> {
  const record = await siteWithForm(services, id);
  return record?.settings.webmentions ? record : undefined;
}

/** Why a webmention cannot be one, by field, before anything is fetched. */
export function mentionFaults(
  { secrets }: Services,
  { settings }: SiteRecord,
  { source, target }: Fields,
): { readonly path: readonly string[]; readonly message: string }[] {
  const page = ownPage(target, hostsOf(settings));
  const read = secured(source, secrets.ALLOW_LOCAL_TARGETS);
  const fault = publicFault(read, secrets.ALLOW_LOCAL_TARGETS);
  return [
    ...(fault === undefined ? [] : [{ path: ["source"], message: fault }]),
    ...(page === undefined ? [{ path: ["target"], message: "an address on one of the site's hosts" }] : []),
    ...(page !== undefined && fault === undefined && page.href === withoutFragment(read)
      ? [{ path: ["target"], message: "another page than the source" }]
      : []),
  ];
}

/** Notes it, for the site's object to read the source; answers why it is not taken, undefined: it is. */
export async function receiveMention(
  services: Services,
  record: SiteRecord,
  fields: Fields,
  address: string,
): Promise<MentionRefusal | undefined> {
  const source = withoutFragment(secured(fields.source, services.secrets.ALLOW_LOCAL_TARGETS));
  const target = withoutFragment(fields.target);
  const id = `webmention:${await mentionId(source, target)}`;
  return services.siteObject(record.id).takeMention({ id, source, target }, callerAt(address), record);
}

/** In one spelling, so that the same page is the same. */
function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
