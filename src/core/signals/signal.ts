import type { Policy } from "../judging/policy.ts";
import type { Span } from "../judging/verdict.ts";
import type { History } from "../memory/history.ts";
import { asSent, type Subject } from "../reading/subject.ts";
import type { Needs } from "./has.ts";

/** Kind of evidence: priors are capped by it, and `blatant` wants two of them. */
export type Group = "form" | "author" | "links" | "text" | "praise" | "behaviour" | "trust";

/** What a signal found. */
export interface Finding {
  /** How strongly, 0 < strength <= 1. */
  readonly strength: number;
  /** Short, for a moderator's eyes: what was seen, not what it means. */
  readonly evidence: string;
  /** Offsets into the subject's text, or the other fields as sent. */
  readonly span?: Span | undefined;
  /** Which of the signal's fitted tokens apply, each with a weight of its own; default: the signal's name. */
  readonly variants?: readonly string[] | undefined;
}

interface Named extends Needs {
  /** Kebab-case; stored in models and verdicts, so never renamed. */
  readonly name: string;
  readonly group: Group;
  /** One sentence for people: what it sees. */
  readonly description: string;
}

/** A heuristic whose points are fitted on labelled comments. Pure; sees the comment only. */
export interface FittedSignal extends Named {
  /** It looks at which hosts are the blog's own. */
  readonly asksHosts?: true;
  readonly detect: (subject: Subject) => Finding | undefined;
}

/** A heuristic that no corpus can fit: its points are a careful guess, marked as such. */
export interface PriorSignal extends Named {
  /** Log-odds at strength 1; below zero speaks for ham. */
  readonly points: number;
  /** Why it cannot run on this comment; undefined: it can. */
  readonly missing?: (subject: Subject, history: History | undefined) => string | undefined;
  readonly detect: (subject: Subject, history: History | undefined, policy: Policy) => Finding | undefined;
}

/** A finding's span as offsets into the field as it was sent. */
export const spanAsSent = (subject: Subject, span: Span | undefined): Span | undefined =>
  span?.field === "content" && subject.shown.pieces.length > 0
    ? { field: span.field, ...asSent(subject, span) }
    : span;

/** A span of the content for a regular expression's match. */
export const inContent = (match: RegExpExecArray | RegExpMatchArray): Span => ({
  field: "content",
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
});
