import type { StoredModel } from "../../core/classifier/starter-model.ts";
import { type Document, documentsOf, type Vocabulary } from "./documents.ts";
import { figures, platt, type Scored } from "./evaluate.ts";
import { fitModel, rawScore } from "./fit.ts";
import { BLOGS, foldsOf } from "./folds.ts";
import { pack } from "./pack.ts";
import type { Source } from "./sources.ts";

/** Rows of the rarer class from which on a source helps to scale. */
const ENOUGH = 7;
/** Chats and short messages are not what the scale is for. */
const NO_COMMENTS = /^(?:tg|vk|yt|fb|ig|sms|bbs)-|tcmini/;

export interface Trained {
  readonly model: StoredModel;
  /** Scores in log-odds of each source left out, by a model that never saw it. */
  readonly scored: readonly Scored[];
  readonly heldOut: readonly string[];
  readonly comments: number;
  readonly tokens: number;
}

/** Trains the shipped model on labelled sources, its scaling on sources left out. `blogsOnly`: only the blogs, for speed. */
export function trainModel(
  sources: ReadonlyMap<string, Source>,
  { blogsOnly = false }: { blogsOnly?: boolean } = {},
): Trained {
  const { documents, vocabulary } = documentsOf(sources);
  const folds = foldsOf(documents).filter(([first]) => !blogsOnly || BLOGS.includes(first as string));
  const raw = folds.flatMap((fold) => outOfSource(fold, documents, vocabulary));
  const scaling = raw.length > 0 ? platt(raw.filter(isFit(raw))) : { scale: 1, shift: 0 };
  const scored = raw.map((row) => ({ ...row, score: scaling.scale * row.score + scaling.shift }));
  const blogs = scored.filter(({ source }) => BLOGS.includes(source));
  const judged = blogs.length > 0 ? blogs : scored;
  const heldOut = [...new Set(judged.map(({ source }) => source))];
  const measured = judged.length > 0 ? { loso: { sources: heldOut, ...figures(judged) } } : {};
  const model = pack(fitModel(documents, vocabulary), vocabulary, scaling, measured);
  return { model, scored, heldOut, comments: documents.length, tokens: vocabulary.tokens.length };
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

function outOfSource(fold: readonly string[], all: readonly Document[], words: Vocabulary): Scored[] {
  const model = fitModel(
    all.filter((document) => !fold.includes(document.source)),
    words,
  );
  return all
    .filter((document) => fold.includes(document.source))
    .map((document) => ({
      source: document.source,
      spam: document.spam,
      language: document.language,
      payload: document.payload,
      score: rawScore(model, document),
    }));
}
