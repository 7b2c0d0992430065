/** The code that makes documents of comments: what is kept of them holds while it stays. */
export const telling: readonly string[] = [
  "src/core/comment.ts",
  "src/core/hash.ts",
  "src/core/reading",
  "src/core/signals",
  "src/core/classifier/grams.ts",
  "src/core/classifier/token.ts",
  "src/core/classifier/tokens.ts",
  "src/core/judging/prior-hits.ts",
  "src/cli/reading",
  "src/cli/replay/known-hosts.ts",
  "src/lab/no-rules.ts",
  "src/lab/training/documents.ts",
  "src/lab/training/dump-rows.ts",
  "src/lab/training/language.ts",
];

/** The code that fits models to documents. */
export const fitting: readonly string[] = [
  ...telling,
  "src/lab/training/fit.ts",
  "src/lab/training/fitter.ts",
  "src/lab/training/logistic.ts",
  "src/lab/training/strata.ts",
  "src/lab/training/unspeaking.ts",
];
