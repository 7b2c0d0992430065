import { command, Refusal } from "../cli/command.ts";
import { settings, type Thresholds } from "../core/judging/policy.ts";
import { byLimits, HEAD, places, rowOf } from "./presets/by-limits.ts";
import { BLOGS } from "./training/folds.ts";
import { corpusFiles, loadSources } from "./training/sources.ts";
import { scalingOf, validate } from "./training/train-model.ts";

command({
  call: "npm run presets",
  about: `Prints what a new site would publish and reject at once by many pairs of publish limits, the settings' own among them: each
source of the corpora beside the project by a model that never saw it. Takes some minutes.`,
  examples: ["npm run presets"],
  exits: { 0: "all was measured", 1: "the corpora are not there" },
});
const corpora = corpusFiles();
if (corpora.length === 0)
  throw new Refusal("The corpora are not beside the project; nothing was measured.", 1);

const { rejectAbove } = settings.balanced;
const pairs = [
  [0.005, 0.005],
  [0.02, 0.02],
  [0.05, 0.005],
  [0.3, 0.02],
  [0.5, 0.01],
  [0.5, 0.05],
  [0.8, 0.1],
] as const;
const candidates: readonly Thresholds[] = [
  ...pairs.map(([publishBareBelow, publishBelow]) => ({ publishBareBelow, publishBelow, rejectAbove })),
  ...Object.values(settings),
];

const { folds } = await validate(loadSources(corpora));
const raw = folds.flatMap((fold) => fold.raw);
const { scale, shift } = scalingOf(raw);
const scored = raw.map((row) => ({ ...row, score: scale * row.score + shift }));
console.log(HEAD);
for (const [place, has] of places) {
  const rows = scored.filter((row) => has(row, BLOGS));
  if (rows.length === 0) continue;
  for (const thresholds of candidates) console.log(rowOf(place, thresholds, byLimits(rows, thresholds)));
}
