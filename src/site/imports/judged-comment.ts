import type { Label } from "../../core/judging/decision.ts";
import { swayOf } from "../../core/judging/rules.ts";
import type { Trace } from "../../core/memory/recent.ts";
import { marksOf } from "../../core/memory/reputation.ts";
import { foreignDomainsOf } from "../../core/reading/subject.ts";
import type { Judgement } from "../intake/judge.ts";
import type { JudgedPast } from "../tables/judged-past.ts";
import type { SuspectRow } from "../tables/suspects.ts";
import { maskedComment, type PastComment } from "./past-comment.ts";

/** A comment of the past as the later ones of its history remember it. */
export const traceOf = (
  { intake }: PastComment,
  label: Label,
  { subject, fingerprint }: Judgement,
): Trace => ({
  id: intake.id,
  post: intake.comment.post.url,
  parent: intake.comment.parent?.id,
  // Nothing but the same text by the same author is the same.
  hash: intake.id,
  arrived: intake.arrived,
  status: label === "ham" ? "published" : "spam",
  decided: true,
  fingerprint,
  mail: intake.mail,
  name: intake.comment.author.name,
  prefix: intake.network?.prefix[0],
  domains: foreignDomainsOf(subject),
});

/** What is kept of how it was judged. */
export const judgedPast = (past: PastComment, label: Label, { verdict }: Judgement): JudgedPast => ({
  at: past.intake.arrived,
  label,
  byPerson: past.by === "person",
  outcome: verdict.outcome,
  score: verdict.score,
  bare: verdict.payload?.length === 0,
  sway: swayOf(verdict.policy),
});

/** What stands published and looks like spam, and what was stopped and looks fine. */
export const isSuspect = ({ label, outcome, score }: JudgedPast): boolean =>
  label === "ham" ? outcome !== "publish" && score > 0 : outcome !== "reject" && score < 0;

/** As a person is to look at it. */
export const suspectOf = (past: PastComment, label: Label, { verdict }: Judgement): SuspectRow => ({
  source: past.source,
  id: past.id,
  label,
  byPerson: past.by === "person",
  outcome: verdict.outcome,
  score: verdict.score,
  at: past.intake.arrived,
  mail: past.intake.mail ?? null,
  marks: marksOf(past.intake, new Set()),
  comment: maskedComment(past.intake),
});
