import type { Intake, Report, Reported, Submitted, Submitter } from "../contract/intake.ts";
import { policyOf } from "../contract/policy.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { Answer } from "../contract/verdict.ts";
import { check } from "../core/check.ts";
import { emptySiteState } from "../core/classifier/site-state.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import type { Outcome, PolicyHit, Verdict } from "../core/judging/verdict.ts";
import { read } from "../core/reading/subject.ts";
import { TIME_LIMIT, within } from "../platform/clock.ts";
import { remembers } from "../platform/isolate.ts";
import { log } from "../platform/log.ts";
import { type InboxEntry, kvInbox } from "../queue/inbox.ts";
import { maskMail } from "../secrets/identity.ts";
import { answerOf } from "../site/views/views.ts";
import type { Services } from "./services.ts";

export { intakeOf, madeGuid } from "../secrets/identity.ts";

/** The blog waits for the answer: a site object slower than this is taken for down, milliseconds. */
export const PATIENCE = 600;

/** Sites for which this isolate put something into the inbox: their next good call has it taken over. */
const inInbox = new Set<string>();
remembers(() => {
  inInbox.clear();
  told.clear();
});

/** Versions of records that this isolate handed to their objects, by site. */
const told = new Map<string, number>();
const MOST_TOLD = 10_000;

/** "unavailable": neither the site object nor KV took it; nothing is stored. */
export type TakenIn =
  | (Submitted & {
      /** The site object could not be asked: what the filter said on its own, whatever was answered. */
      readonly judged?: Outcome;
    })
  | { readonly ok: false; readonly reason: "unavailable"; readonly judged?: never };

/**
 * Takes a submission in: by the site object or, in its absence, by the same filter without history, into the
 * inbox.
 */
export async function takeIn(
  services: Services,
  record: SiteRecord,
  key: number | null,
  intake: Intake,
  sender: Pick<Submitter, "client" | "isStranger"> = {},
): Promise<TakenIn> {
  try {
    const submitted = await within(PATIENCE, submit(services, intake, { record, key, ...sender }));
    if (inInbox.delete(record.id)) services.later(takeOverInbox(services, record.id));
    return submitted;
  } catch (failure) {
    log("warn", "site object unreachable", { site: record.id, failure });
    return degraded(services, record, intake);
  }
}

/** Hands it to the object; the site's record along with the first of each version, and where the object asks for it. */
async function submit(services: Services, intake: Intake, submitter: Submitter): Promise<Submitted> {
  const { id, version, createdAt } = submitter.record;
  const object = services.siteObject(id);
  if (told.get(id) === version) {
    const brief = await object.submitBriefly(intake, { ...submitter, record: { id, version, createdAt } });
    if (brief) return brief;
  }
  const submitted = await object.submit(intake, submitter);
  if (told.size >= MOST_TOLD) told.clear();
  told.set(id, version);
  return submitted;
}

async function degraded(services: Services, record: SiteRecord, intake: Intake): Promise<TakenIn> {
  const corpus = { starter: loadStarter(), site: emptySiteState() };
  const policy = policyOf(record.settings);
  const verdict = check(read(intake.comment, policy.hosts), corpus, undefined, policy);
  const judged = verdict.outcome;
  if (intake.test) return { ok: true, created: false, answer: answerOf(intake.id, 1, null, verdict), judged };
  try {
    await within(TIME_LIMIT, kvInbox(services.env.QUEUE).put(record.id, masked(intake)));
  } catch (failure) {
    log("error", "nothing stored", { site: record.id, failure });
    return { ok: false, reason: "unavailable" };
  }
  inInbox.add(record.id);
  return { ok: true, created: true, answer: held(intake.id, verdict), judged };
}

const UNREACHABLE: PolicyHit = { rule: "site object unreachable", effect: "hold", kind: "unreachable" };

/** Without history nobody is published or rejected: the answer is review, and says why. */
function held(id: string, verdict: Verdict): Answer {
  const policy = [...verdict.policy, UNREACHABLE];
  return answerOf(id, 1, "pending", { ...verdict, outcome: "review", blatant: false, policy });
}

/** Ready to be written down: of the mail address only what a moderator sees. */
export function masked<T extends Intake>(intake: T): T {
  const { author } = intake.comment;
  if (author.email === undefined) return intake;
  return { ...intake, comment: { ...intake.comment, author: { ...author, email: maskMail(author.email) } } };
}

/**
 * Hands what waits in the inbox to its site objects, of one site or of all: some at a time, answers how many.
 * What is not safe there stays.
 */
export async function takeOverInbox(services: Services, site?: string): Promise<number> {
  const inbox = kvInbox(services.env.QUEUE);
  const entries = await inbox.list(site);
  const sites = [...new Set(entries.map((entry) => entry.site))];
  await Promise.all(
    sites.map((id) =>
      handOver(
        services,
        id,
        entries.filter((entry) => entry.site === id),
      ),
    ),
  );
  return entries.length;
}

/** Batches of one site's inbox that a call hands over at most. */
const MOST_BATCHES = 20;

/** Hands over all that waits for one site, as far as one request goes. */
export async function takeOverAll(services: Services, site: string): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch++) if ((await takeOverInbox(services, site)) === 0) return;
}

async function handOver(services: Services, site: string, entries: readonly InboxEntry[]): Promise<void> {
  const inbox = kvInbox(services.env.QUEUE);
  const record = await services.directory.fresh(site);
  if (record)
    await services.siteObject(site).takeOver(
      entries.map((entry) => entry.intake),
      record,
    );
  await Promise.all(entries.map((entry) => inbox.remove(entry.key)));
}

/**
 * Takes in what a blog's moderator said of a comment by Akismet's protocol: by the site object or, in its
 * absence, into the inbox, which it takes over later. "unavailable": nothing is stored.
 */
export async function takeReport(
  services: Services,
  record: SiteRecord,
  key: number | null,
  intake: Intake & { readonly report: Report },
  client: string,
): Promise<Reported | "unavailable"> {
  try {
    return await within(PATIENCE, services.siteObject(record.id).report(intake, { record, key, client }));
  } catch {
    if (intake.test) return { ok: true };
    const inbox = kvInbox(services.env.QUEUE);
    return within(TIME_LIMIT, inbox.put(record.id, masked(intake))).then(
      () => ({ ok: true as const }),
      () => "unavailable" as const,
    );
  }
}
