import * as z from "zod";
import { siteId } from "../contract/submission.ts";
import { hex, hmac, sameDigest } from "../secrets/derive.ts";
import { comment } from "./list.ts";
import { type Services, siteRecord } from "./services.ts";
import { changeSettings } from "./sites.ts";

/** Entries that came into a site's list of what is blocked. */
export interface Blocked {
  readonly site: string;
  readonly entries: readonly string[];
}

/** Blocks the domains that a wave links to. Those that were not blocked yet; undefined: the list did not take them. */
export async function blockLinks(
  services: Services,
  site: string,
  id: string,
): Promise<readonly string[] | undefined> {
  const [record, detail] = await Promise.all([siteRecord(services, site), comment(services, site, id)]);
  const { blocked } = record?.settings ?? {};
  const added = (detail?.wave?.domains ?? []).filter((domain) => !blocked?.includes(domain));
  if (!blocked || added.length === 0) return blocked && [];
  const changed = await changeSettings(services, site, { blocked: [...blocked, ...added] });
  return changed && !("errors" in changed) ? added : undefined;
}

/** Blocks who wrote these comments, but for those who stand in a list already; `full`: the list of some site did not take them. */
export async function blockAuthors(
  services: Services,
  comments: readonly { readonly site: string; readonly id: string }[],
): Promise<{ readonly blocked: readonly Blocked[]; readonly full: boolean }> {
  const blocked: Blocked[] = [];
  let full = false;
  for (const site of new Set(comments.map((comment) => comment.site))) {
    const ids = comments.filter((comment) => comment.site === site).map(({ id }) => id);
    const record = await siteRecord(services, site);
    const entries = record ? await services.siteObject(site).authorEntries(ids, record) : [];
    if (!record || entries.length === 0) continue;
    const changed = await changeSettings(services, site, {
      blocked: [...record.settings.blocked, ...entries],
    });
    if (changed && !("errors" in changed)) blocked.push({ site, entries });
    else full = true;
  }
  return { blocked, full };
}

/** Takes entries out of a site's blocked list again. */
export async function unblock(services: Services, site: string, entries: readonly string[]): Promise<void> {
  const { blocked = [] } = (await siteRecord(services, site))?.settings ?? {};
  const left = blocked.filter((entry) => !entries.includes(entry));
  if (left.length < blocked.length) await changeSettings(services, site, { blocked: left });
}

const named = z.array(z.object({ site: siteId, entries: z.array(z.string().max(500)).max(200) })).max(200);

/** What was blocked along with a bulk, for its page to send back: signed, since else anybody could take out what the owner put in. */
export async function blockedText(
  services: Services,
  batch: string,
  blocked: readonly Blocked[],
): Promise<string> {
  const text = JSON.stringify(blocked);
  return `${await signed(services, batch, text)}${text}`;
}

/** The same as it came back, to be taken out of the lists again; nothing, where it is none of this bulk's. */
export async function blockedIn(
  services: Services,
  batch: string,
  sent: unknown,
): Promise<readonly Blocked[]> {
  const given = String(sent ?? "");
  const text = given.slice(SIGNATURE);
  return sameDigest(given.slice(0, SIGNATURE), await signed(services, batch, text))
    ? named.parse(JSON.parse(text))
    : [];
}

/** Characters of a signature, 128 bits. */
const SIGNATURE = 32;

const signed = async ({ secrets }: Services, batch: string, text: string): Promise<string> =>
  hex(await hmac(secrets.HAMLET_SECRET, `blocked along\n${batch}\n${text}`)).slice(0, SIGNATURE);
