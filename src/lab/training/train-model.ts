import type { StoredModel } from "../../core/classifier/starter-model.ts";
import { type Document, documentsOf, type Vocabulary } from "./documents.ts";
import { figures, platt, type Scored } from "./evaluate.ts";
import { type Fit, fitModel, rawScore } from "./fit.ts";
import { BLOGS, foldsOf } from "./folds.ts";
import { pack } from "./pack.ts";
import type { Source } from "./sources.ts";

/** Rows of the rarer class from which on a source helps to scale. */
const ENOUGH = 7;
/** Chats and short messages are not what the scale is for. */
const NO_COMMENTS = /^(?:tg|vk|yt|fb|ig|sms|bbs)-|tcmini/;

/** Sources that were left out together, what was learned from all others, and how it scores them, unscaled. */
interface Fold {
  readonly sources: readonly string[];
  readonly fit: Fit;
  readonly raw: readonly Scored[];
}

/** Every fold of the sources. */
export interface Validated {
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

/** Fits on all but each fold, and scores that one. */
export function validate(sources: ReadonlyMap<string, Source>): Validated {
  const { documents, vocabulary } = documentsOf(sources);
  const folds = foldsOf(documents).map((names) => leftOut(names, documents, vocabulary));
  return { documents, vocabulary, folds };
}

/** Trains the shipped model on labelled sources, its scaling on sources left out. */
export function trainModel(sources: ReadonlyMap<string, Source>): Trained {
  const { documents, vocabulary, folds } = validate(sources);
  const raw = folds.flatMap((fold) => fold.raw);
  const scaling = scalingOf(raw);
  const scored = raw.map((row) => ({ ...row, score: scaling.scale * row.score + scaling.shift }));
  const blogs = scored.filter(({ source }) => BLOGS.includes(source));
  const judged = blogs.length > 0 ? blogs : scored;
  const heldOut = [...new Set(judged.map(({ source }) => source))];
  const measured = judged.length > 0 ? { loso: { sources: heldOut, ...figures(judged) } } : {};
  const model = pack(fitModel(documents, vocabulary), vocabulary, scaling, measured);
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

function leftOut(sources: readonly string[], all: readonly Document[], words: Vocabulary): Fold {
  const fit = fitModel(
    all.filter((document) => !sources.includes(document.source)),
    words,
  );
  const raw = all
    .filter((document) => sources.includes(document.source))
    .map((document) => {
      const { source, spam, language, payload, dump, priors } = document;
      return { source, spam, language, payload, dump, priors, score: rawScore(fit, document) };
    });
  return { sources, fit, raw };
}
