import { HAMLET } from "../../contract/actor.ts";
import { toldAs } from "../../contract/akismet.ts";
import type { Intake, Refusal, Submitted, Submitter } from "../../contract/intake.ts";
import {
  SHARE_FOR_BLATANT,
  SHARE_FOR_LIKELY_SPAM,
  SHARE_FOR_REJECTED,
  SHARE_FOR_STRANGERS,
} from "../../contract/plan.ts";
import { shownThread } from "../../contract/thread.ts";
import type { Answer } from "../../contract/verdict.ts";
import type { Status } from "../../core/judging/decision.ts";
import { placeFor } from "../../core/judging/policy.ts";
import type { Verdict } from "../../core/judging/verdict.ts";
import { heldBySurgeAlone } from "../../core/memory/surge.ts";
import { foreignDomainsOf } from "../../core/reading/subject.ts";
import { DAY } from "../../platform/clock.ts";
import { maskMail } from "../../secrets/identity.ts";
import { tellUnheard } from "../delivery/unheard.ts";
import { writeEvent } from "../delivery/write-event.ts";
import type { Site } from "../site.ts";
import type { CommentRow } from "../tables/comments.ts";
import { answerOf } from "../views/views.ts";
import { shortened } from "./blatant.ts";
import { keepEarlier, noteEdit } from "./edit.ts";
import { type Judgement, judge } from "./judge.ts";
import { spendSolution } from "./spend-solution.ts";

/** How long an id that Hamlet made itself stands for the same submission; an Akismet client's guid, always. */
const ALIAS_LIFE = DAY;

/** Takes a submission in: finds it again, or judges and stores it. One transaction; answered means stored. */
export function submit(site: Site, given: Intake, submitter: Submitter): Submitted {
  const intake = given.solution === undefined ? given : spendSolution(site, given);
  const submitted = takeIn(site, intake, submitter);
  if (submitter.client !== undefined && submitter.key !== null)
    site.akismetCalls.note({
      at: intake.arrived,
      call: intake.test ? "comment-check (test)" : "comment-check",
      client: submitter.client,
      key: submitter.key,
      answer: submitted.ok ? word(site, intake, submitter.client, submitted.answer) : submitted.reason,
    });
  return submitted;
}

/** What a client of Akismet's protocol is answered, for the owner to read. */
function word(site: Site, intake: Intake, client: string, answer: Answer): string {
  const told = toldAs(answer, site.record.settings, { client, recheck: intake.recheckReason });
  return { spam: "true", ham: "false", hold: "false, to be kept pending" }[told];
}

function takeIn(site: Site, intake: Intake, submitter: Submitter): Submitted {
  const fault = submitterFault(site, submitter);
  if (fault) return { ok: false, reason: fault };
  if (intake.test)
    return {
      ok: true,
      created: false,
      answer: { ...answerOf(intake.id, 1, null, judged(site, intake).verdict) },
    };
  const known = find(site, intake);
  if (known && isLate(known, intake)) return { ok: true, created: false, answer: answer(known) };
  if (known?.hash === intake.hash) return { ok: true, created: false, answer: answer(known) };
  if (known && intake.recheckReason === undefined) return { ok: false, reason: "conflict" };
  const judgement = judged(site, { ...intake, id: known?.id ?? intake.id });
  const refusal = tooMuch(site, judgement.verdict, submitter, intake.arrived);
  if (refusal) {
    site.use.count("refused");
    return { ok: false, reason: refusal };
  }
  const row = known ? revise(site, known, intake, judgement) : store(site, intake, undefined, judgement);
  if (row.origin) tellUnheard(site, row, row.origin, known?.status);
  return { ok: true, created: !known, answer: answer(row) };
}

/** Whether another system tells what it has changed since. */
const isLate = ({ origin }: CommentRow, intake: Intake): boolean =>
  origin?.changed !== undefined && (intake.origin?.changed ?? origin.changed) < origin.changed;

/** Why the day has too little left for this comment: what most likely nobody needs to see goes first. */
function tooMuch(
  site: Site,
  { outcome, blatant, probability }: Verdict,
  { isStranger }: Submitter,
  now: number,
): Refusal | undefined {
  const spent = site.use.spent(now);
  if (isStranger && spent >= SHARE_FOR_STRANGERS) return "postponed";
  if (outcome === "publish") return undefined;
  if (outcome === "reject")
    return spent >= (blatant ? SHARE_FOR_BLATANT : SHARE_FOR_REJECTED) ? "exhausted" : undefined;
  return probability >= 0.5 && spent >= SHARE_FOR_LIKELY_SPAM ? "postponed" : undefined;
}

/** Why this submitter may not submit: the newest record counts, which the Worker need not know yet. */
export function submitterFault(site: Site, submitter: Submitter): "deleted" | "revoked" | undefined {
  if (submitter.record.createdAt <= site.meta.deletedAt) return "deleted";
  const { keys } = site.meta.adopt(submitter.record);
  const key = keys.find(({ n }) => n === submitter.key);
  return submitter.key !== null && (!key || key.revokedAt !== null) ? "revoked" : undefined;
}

const answer = (row: CommentRow) => answerOf(row.id, row.revision, row.status, row.verdict);

/** The comment that this submission is, if it came before. */
export function find(site: Site, intake: Intake): CommentRow | undefined {
  const same = site.comments.get(intake.id);
  if (same || intake.alias === undefined) return same;
  const earlier = site.comments.get(intake.alias);
  const stands = intake.akismet !== undefined || (earlier && intake.arrived - earlier.arrived < ALIAS_LIFE);
  return stands ? earlier : undefined;
}

type Judged = Judgement & { readonly verdict: CommentRow["verdict"] };

/** The verdict as this site's mode answers it: log-only publishes, and keeps what it would have done. */
function judged(site: Site, intake: Intake): Judged {
  const judgement = judge(site, intake);
  if (site.record.settings.mode === "enforce") return judgement;
  const { outcome } = judgement.verdict;
  return {
    ...judgement,
    verdict: { ...judgement.verdict, outcome: "publish", blatant: false, would: outcome },
  };
}

/** Judges a new comment and stores it; `place` overrides where it goes, from the verdict and what the blog was told. */
export function store(
  site: Site,
  intake: Intake,
  place: (verdict: Verdict) => Status = placeFor,
  judgement = judged(site, intake),
): CommentRow {
  return site.transaction(() => {
    const made = newRow(site, intake, judgement, place(judgement.verdict));
    const row = { ...made, events: announceHeld(site, made) };
    site.comments.insert(row);
    site.follow(row, undefined);
    site.days.came(row);
    site.waves.caught(row);
    site.use.came(row.arrived);
    if (row.outcome === "publish" || heldBySurgeAlone(row.verdict, site.policy.thresholds))
      site.use.surge.passed(row.arrived);
    remember(site, row, false, judgement);
    return row;
  });
}

/** New content under a known id. A person's decision outlives the edit only if the filter agrees with it. */
function revise(site: Site, known: CommentRow, intake: Intake, judgement: Judged): CommentRow {
  return site.transaction(() => {
    const { status, decisions } = revisedPlace(known, judgement.verdict);
    const revised: CommentRow = {
      ...newRow(site, { ...intake, id: known.id, arrived: known.arrived }, judgement, status),
      revision: known.revision + 1,
      settled: intake.arrived,
      blatant: judgement.verdict.blatant && status === "spam" && decisions.length === 0,
      decisions,
      events: known.events,
      origin: intake.origin ?? known.origin,
      akismet: intake.akismet ? { ...known.akismet, ...intake.akismet } : known.akismet,
    };
    const edit = noteEdit(site, revised, known.status);
    const row = { ...revised, events: [...known.events, edit] };
    site.comments.replace(row);
    keepEarlier(site, known, edit);
    if (known.status === "published" && known.thread !== row.thread) site.shownChanged(known.thread);
    site.follow(row, known.status);
    remember(site, row, decisions.length > 0, judgement);
    return row;
  });
}

function revisedPlace(known: CommentRow, verdict: Verdict): Pick<CommentRow, "status" | "decisions"> {
  const place = placeFor(verdict);
  if (known.decisions.length === 0) return { status: place, decisions: [] };
  if (known.status === "published" && place === "published")
    return { status: known.status, decisions: known.decisions };
  const isSpam = known.status !== "published" && place === "spam";
  return { status: isSpam ? "spam" : "pending", decisions: [] };
}

/** A comment's row, before anything has become of it. */
export function newRow({ record }: Site, intake: Intake, judgement: Judgement, status: Status): CommentRow {
  const { verdict, fingerprint } = judgement;
  const { author } = intake.comment;
  const comment = {
    ...intake.comment,
    author: author.email === undefined ? author : { ...author, email: maskMail(author.email) },
  };
  const blatant = verdict.blatant && status === "spam";
  return {
    id: intake.id,
    revision: 1,
    status,
    blatant,
    arrived: intake.arrived,
    settled: intake.arrived,
    outcome: verdict.outcome,
    hash: intake.hash,
    mail: intake.mail ?? null,
    network: intake.network?.whole[0] ?? null,
    prefix: intake.network?.prefix[0] ?? null,
    browser: intake.browser ?? null,
    exact: fingerprint?.exact ?? null,
    sketch: fingerprint ? Uint32Array.from(fingerprint.sketch) : null,
    comment: blatant ? shortened(comment) : comment,
    verdict,
    decisions: [],
    events: [],
    akismet: intake.akismet ?? null,
    origin: intake.origin ?? null,
    thread: record.settings.form ? (shownThread(comment) ?? null) : null,
  };
}

/** The blog that asked for it is told that a comment waits. Answers the sequences of the comment's events so far. */
function announceHeld(site: Site, row: CommentRow): number[] {
  const { webhook, sendHeld } = site.record.settings;
  if (row.status !== "pending" || webhook === null || !sendHeld) return [];
  const held = {
    type: "comment.held",
    decision: null,
    actor: HAMLET,
    before: "pending",
    at: row.arrived,
  } as const;
  return [writeEvent(site, row, held)];
}

function remember(site: Site, row: CommentRow, decided: boolean, { subject }: Judgement): void {
  site.recent.remember({
    id: row.id,
    post: row.comment.post.url,
    parent: row.comment.parent?.id,
    hash: row.hash,
    arrived: row.arrived,
    status: row.status,
    decided,
    fingerprint: row.sketch && row.exact !== null ? { exact: row.exact, sketch: row.sketch } : undefined,
    mail: row.mail ?? undefined,
    name: row.comment.author.name,
    prefix: row.prefix ?? undefined,
    domains: foreignDomainsOf(subject),
  });
}
