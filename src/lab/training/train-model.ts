import type { Row } from "../../cli/reading/labelled.ts";
import type { StoredModel } from "../../core/classifier/starter-model.ts";
import { type Document, documentsOf, type Vocabulary } from "./documents.ts";
import { figures, platt, type Scored } from "./evaluate.ts";
import { fitModel, rawScore } from "./fit.ts";
import { pack } from "./pack.ts";

/** Blogs with both classes: what holds on one that was not trained on is what counts. */
export const BLOGS = ["blog-joehx", "blog-made-mistakes", "blog-willymcallister"];

export interface Trained {
  readonly model: StoredModel;
  /** Scores of each held-out source by a model that never saw it. */
  readonly scored: readonly Scored[];
  readonly heldOut: readonly string[];
  readonly comments: number;
  readonly tokens: number;
}

/** Trains the shipped model on labelled sources, its scaling on sources left out one at a time. */
export function trainModel(sources: ReadonlyMap<string, readonly Row[]>): Trained {
  const { documents, vocabulary } = documentsOf(sources);
  const blogs = BLOGS.filter((blog) => sources.has(blog));
  const heldOut =
    blogs.length > 1 ? blogs : [...sources.keys()].filter((source) => hasBoth(documents, source));
  const scored = heldOut.flatMap((source) => outOfSource(source, documents, vocabulary));
  const scaling = scored.length > 0 ? platt(scored) : { scale: 1, shift: 0 };
  const measured = scored.length > 0 ? { loso: { sources: heldOut, ...figures(scored) } } : {};
  const model = pack(fitModel(documents, vocabulary), vocabulary, scaling, measured);
  return { model, scored, heldOut, comments: documents.length, tokens: vocabulary.tokens.length };
}

function hasBoth(all: readonly Document[], source: string): boolean {
  const rows = all.filter((document) => document.source === source);
  const others = all.some((document) => document.source !== source);
  return others && rows.some((row) => row.spam) && rows.some((row) => !row.spam);
}

function outOfSource(source: string, all: readonly Document[], words: Vocabulary): Scored[] {
  const model = fitModel(
    all.filter((document) => document.source !== source),
    words,
  );
  return all
    .filter((document) => document.source === source)
    .map(({ spam, tokens }) => ({ source, spam, score: rawScore(model, tokens) }));
}
