import type { Settings } from "../../contract/site.ts";

/** What of the comments has to be looked at again to tell what other settings mean. */
export interface Changes {
  /** Limits alone: every score tells, also that of a comment whose text is gone. */
  readonly limitsOnly: boolean;
  /** Entries that came into the lists: whether a comment meets one is seen in its text. */
  readonly added: Pick<Settings, "blocked" | "allowed">;
  /** The points are others: comments are judged again. */
  readonly score: boolean;
  /** Something of it is told by the comment alone. */
  readonly asksComment: boolean;
}

const SCORE = ["url", "hosts", "languages"] as const;
const RULES = [
  "holdFirstTimers",
  "holdLinks",
  "holdAbuse",
  "holdOlder",
  "blocked",
  "allowed",
  "own",
] as const;

export function changesOf(now: Settings, then: Settings): Changes {
  const differs = (name: keyof Settings) => JSON.stringify(now[name]) !== JSON.stringify(then[name]);
  const entries = (list: "blocked" | "allowed") => then[list].filter((entry) => !now[list].includes(entry));
  const added = { blocked: entries("blocked"), allowed: entries("allowed") };
  const score = SCORE.some(differs);
  const ruled = [now, then].some(
    ({ holdFirstTimers, holdLinks, holdOlder, own }) =>
      holdFirstTimers || holdLinks || holdOlder !== null || own.length > 0,
  );
  return {
    limitsOnly: !score && !RULES.some(differs),
    added,
    score,
    asksComment: ruled || score || added.blocked.length + added.allowed.length > 0,
  };
}
