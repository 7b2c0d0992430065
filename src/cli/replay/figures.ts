import { auc } from "./auc.ts";

/** One comment of a replay: what it was, what became of it, and its score before anything was learned from it. */
export interface Played {
  readonly label: "spam" | "ham";
  readonly outcome: "publish" | "review" | "reject";
  readonly score: number;
}

interface Tally {
  published: number;
  held: number;
  rejected: number;
}

interface ReplayFigures {
  readonly comments: number;
  readonly skipped: number;
  readonly ham: Readonly<Tally>;
  readonly spam: Readonly<Tally>;
  /** Held of all. */
  readonly humanShare: number;
  /** null with one class only. */
  readonly auc: number | null;
}

const places = { publish: "published", review: "held", reject: "rejected" } as const;

function tally(played: readonly Played[], label: Played["label"]): Tally {
  const counts = { published: 0, held: 0, rejected: 0 };
  for (const row of played) if (row.label === label) counts[places[row.outcome]]++;
  return counts;
}

function figuresOf(played: readonly Played[], skipped: number): ReplayFigures {
  const ham = tally(played, "ham");
  const spam = tally(played, "spam");
  return {
    comments: played.length,
    skipped,
    ham,
    spam,
    humanShare: (ham.held + spam.held) / Math.max(1, played.length),
    auc: auc(played.map(({ label, score }) => ({ spam: label === "spam", score }))),
  };
}

/** The figures of a replay, as a whole and by quarters of the comments in order. */
export function replayFigures(
  played: readonly Played[],
  skipped: number,
): ReplayFigures & { quarters: ReplayFigures[] } {
  const edge = (quarter: number) => Math.round((played.length * quarter) / 4);
  const quarters = [0, 1, 2, 3].map((quarter) =>
    figuresOf(played.slice(edge(quarter), edge(quarter + 1)), 0),
  );
  return { ...figuresOf(played, skipped), quarters };
}

/** The figures for people. */
export function printFigures(figures: ReturnType<typeof replayFigures>): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const row = (name: string, { published, held, rejected }: Tally) =>
    console.log(
      `${name.padEnd(6)}${String(published).padStart(10)}${String(held).padStart(10)}${String(rejected).padStart(10)}`,
    );
  console.log(`${figures.comments} comments, ${figures.skipped} skipped`);
  console.log(`${"".padEnd(6)}${"published".padStart(10)}${"held".padStart(10)}${"rejected".padStart(10)}`);
  row("ham", figures.ham);
  row("spam", figures.spam);
  console.log(
    `a person saw ${percent(figures.humanShare)}; by quarters ${figures.quarters.map(({ humanShare }) => percent(humanShare)).join(", ")}`,
  );
  if (figures.auc !== null) console.log(`AUC ${figures.auc.toFixed(4)}`);
}
