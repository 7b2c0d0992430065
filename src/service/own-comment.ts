import type { Warning } from "../contract/as-meant.ts";
import { contentCut, cuts } from "../contract/as-meant.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { submission } from "../contract/submission.ts";
import { TIME_LIMIT, within } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import { readAuthorToken } from "../secrets/author-token.ts";
import { derive, hex, hmac } from "../secrets/derive.ts";
import type { OwnEdited } from "../site/intake/own-comment.ts";
import { now, type Services } from "./services.ts";

/** What a reader proves that a comment is hers with. */
interface Claim {
  readonly id: string;
  readonly token: string;
}

/** "forged": she does not prove it; "late": she does, but its time is over; "unavailable": the site does not answer. */
type NotHers = { readonly ok: false; readonly reason: "forged" | "late" | "unavailable" };

/** Changes a reader's own comment. */
export async function editOwnComment(
  services: Services,
  record: SiteRecord,
  { id, token, content: sent }: Claim & { readonly content: string },
): Promise<OwnEdited | NotHers> {
  const { HAMLET_SECRET: master } = services.secrets;
  const arrived = await readAuthorToken(master, record, { id, token, now: now() });
  if (typeof arrived === "string") return { ok: false, reason: arrived };
  const content = submission.shape.content.parse(sent);
  const warnings: readonly Warning[] = cuts({ content: sent }, { content });
  const key = hex(await derive(master, record, "content", 0));
  const hash = hex(await hmac(key, `edit\n${id}\n${content}`));
  const edit = { id, arrived, content, hash, ...(contentCut(warnings) && { cut: true as const }) };
  return answered(record, services.siteObject(record.id).editOwn(edit, record));
}

/** Deletes a reader's own comment; what is not there any longer is as good as deleted. */
export async function removeOwnComment(
  services: Services,
  record: SiteRecord,
  { id, token }: Claim,
): Promise<{ readonly ok: true } | NotHers> {
  const { HAMLET_SECRET: master } = services.secrets;
  const arrived = await readAuthorToken(master, record, { id, token, now: now() });
  if (typeof arrived === "string") return { ok: false, reason: arrived };
  const removed = services.siteObject(record.id).removeOwn({ id, arrived }, record);
  return answered(
    record,
    removed.then(() => ({ ok: true as const })),
  );
}

async function answered<T>({ id }: SiteRecord, work: Promise<T>): Promise<T | NotHers> {
  try {
    return await within(TIME_LIMIT, work);
  } catch (failure) {
    log("warn", "site object unreachable", { site: id, failure });
    return { ok: false, reason: "unavailable" };
  }
}
