import type { StoredModel } from "../../core/classifier/starter-model.ts";
import { inProcesses } from "../computing/processes.ts";
import { type Document, documentsOf, type Vocabulary } from "./documents.ts";
import { figures, platt, type Scored } from "./evaluate.ts";
import type { Fit } from "./fit.ts";
import type { Fitting, Fold } from "./fitter.ts";
import { BLOGS, foldsOf } from "./folds.ts";
import { pack } from "./pack.ts";
import type { Source } from "./sources.ts";

/** Rows of the rarer class from which on a source helps to scale. */
const ENOUGH = 7;
/** Chats and short messages are not what the scale is for. */
const NO_COMMENTS = /^(?:tg|vk|yt|fb|ig|sms|bbs)-|tcmini/;

/** What was learned from all sources, and every fold of them. */
export interface Validated {
  readonly whole: Fit;
  readonly documents: readonly Document[];
  readonly vocabulary: Vocabulary;
  readonly folds: readonly Fold[];
}

interface Trained {
  readonly model: StoredModel;
  /** Scores in log-odds of each source left out, by a model that never saw it. */
  readonly scored: readonly Scored[];
  readonly heldOut: readonly string[];
  readonly comments: number;
  readonly tokens: number;
}

/** Fits on all, and on all but each fold, and scores that one. */
export async function validate(sources: ReadonlyMap<string, Source>): Promise<Validated> {
  const { documents, vocabulary } = await documentsOf(sources);
  const shared: Fitting = { key: JSON.stringify([...sources.values()]), documents, vocabulary };
  const fitter = new URL("./fitter.ts", import.meta.url);
  const [whole, ...folds] = await inProcesses<readonly string[], Fold>(fitter, shared, [
    [],
    ...foldsOf(documents),
  ]);
  return { documents, vocabulary, whole: (whole as Fold).fit, folds };
}

/** Trains the shipped model on labelled sources, its scaling on sources left out. */
export async function trainModel(sources: ReadonlyMap<string, Source>): Promise<Trained> {
  const { documents, vocabulary, whole, folds } = await validate(sources);
  const raw = folds.flatMap((fold) => fold.raw);
  const scaling = scalingOf(raw);
  const scored = raw.map((row) => ({ ...row, score: scaling.scale * row.score + scaling.shift }));
  const blogs = scored.filter(({ source }) => BLOGS.includes(source));
  const judged = blogs.length > 0 ? blogs : scored;
  const heldOut = [...new Set(judged.map(({ source }) => source))];
  const measured = judged.length > 0 ? { loso: { sources: heldOut, ...figures(judged) } } : {};
  const model = pack(whole, vocabulary, scaling, measured);
  return { model, scored, heldOut, comments: documents.length, tokens: vocabulary.tokens.length };
}

/** The model that never saw a source, nor was scaled by it; undefined: the source was not left out alone. */
export function modelWithout({ vocabulary, folds }: Validated, source: string): StoredModel | undefined {
  const own = folds.find(({ sources: [first, ...rest] }) => first === source && rest.length === 0);
  if (!own) return undefined;
  const others = folds.filter((fold) => fold !== own).flatMap(({ raw }) => raw);
  return pack(own.fit, vocabulary, scalingOf(others), {});
}

export function scalingOf(raw: readonly Scored[]): { scale: number; shift: number } {
  const fit = raw.filter(isFit(raw));
  return fit.length > 0 ? platt(fit) : { scale: 1, shift: 0 };
}

/** Whether a row's source has enough of both classes, and is a place of comments. */
function isFit(scored: readonly Scored[]): (row: Scored) => boolean {
  const counts = new Map<string, [number, number]>();
  for (const { source, spam } of scored) {
    const count = counts.get(source) ?? [0, 0];
    count[spam ? 1 : 0]++;
    counts.set(source, count);
  }
  return ({ source }) => !NO_COMMENTS.test(source) && Math.min(...(counts.get(source) ?? [0])) >= ENOUGH;
}
