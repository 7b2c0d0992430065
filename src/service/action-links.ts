import type { Actor, By } from "../contract/actor.ts";
import type { Decided } from "../contract/decided.ts";
import { moderates } from "../contract/roles.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { CommentDetail } from "../contract/views.ts";
import type { Decision } from "../core/judging/decision.ts";
import { type Action, readActionToken } from "../secrets/action-token.ts";
import { findMember } from "./people/members.ts";
import { now, type Services, siteRecord } from "./services.ts";

/**
 * The comment that a link out of a message is for; undefined: the link is not good any more, or never was.
 */
export async function linkedComment(
  services: Services,
  site: string,
  token: string,
): Promise<CommentDetail | undefined> {
  const valid = await read(services, site, token);
  if (!valid) return undefined;
  const comment = await services.siteObject(site).detail(valid.action.id, valid.record);
  return comment?.revision === valid.action.revision ? comment : undefined;
}

/** Decides once on the comment that a link is for; undefined: the link is not good. */
export async function decideByLink(
  services: Services,
  site: string,
  token: string,
  decision: Decision,
): Promise<Decided | undefined> {
  const valid = await read(services, site, token);
  if (!valid) return undefined;
  const { id, revision } = valid.action;
  return services.siteObject(site).decide(id, { decision, revision, by: valid.by }, valid.record);
}

async function read(
  services: Services,
  site: string,
  token: string,
): Promise<{ readonly record: SiteRecord; readonly action: Action; readonly by: By } | undefined> {
  if (!(await mayBeGood(services, site, token))) return undefined;
  const record = await siteRecord(services, site);
  const action = record && (await actionOf(services, record, record.generation, token));
  if (!action) return undefined;
  // Switched off, no link that went out before is good any more.
  if (action.member === undefined)
    return record.settings.notify?.act ? { record, action, by: "link" } : undefined;
  const by = record.settings.mailAct ? await moderatorOf(services, site, action.member) : undefined;
  return by && { record, action, by };
}

/** Whose link it is, if she still moderates the site. */
async function moderatorOf(services: Services, site: string, id: string): Promise<Actor | undefined> {
  const found = await findMember(services, id);
  if (!found || !moderates(found.member.roles, site)) return undefined;
  return { name: found.member.name, member: id };
}

/**
 * Whether a token may be good by the copy of the site's record, which may be a rotation behind: what somebody
 * made up is not asked about any further.
 */
async function mayBeGood(services: Services, site: string, token: string): Promise<boolean> {
  const copy = await services.directory.site(site);
  if (!copy) return false;
  const generations = [copy.generation, copy.generation + 1];
  const read = await Promise.all(generations.map((one) => actionOf(services, copy, one, token)));
  return read.some((action) => action !== undefined);
}

const actionOf = (services: Services, record: SiteRecord, generation: number, token: string) =>
  readActionToken(services.secrets.HAMLET_SECRET, record, generation, token, now());
