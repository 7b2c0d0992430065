import { commentOfRow, type Row } from "../../cli/reading/labelled.ts";
import { hostsOf } from "../../cli/replay/known-hosts.ts";
import { featuresOf } from "../../core/reading/features.ts";
import { read } from "../../core/reading/subject.ts";
import { isNameless } from "./sources.ts";

/** A labelled comment as numbers. */
export interface Document {
  readonly source: string;
  readonly spam: boolean;
  /** Indices into the vocabulary. */
  readonly tokens: Uint32Array;
}

/** Every token met, by index. */
export interface Vocabulary {
  readonly tokens: string[];
  readonly index: Map<string, number>;
}

/** Name and address tokens: what they are worth must not come from readers' names. */
const STRUCTURE_OF_AUTHOR = /^s:(?:name-|author-link|praise:.*with link|own-link:author)/;

/** The very tokens of run time, interned. */
export function documentsOf(sources: ReadonlyMap<string, readonly Row[]>): {
  documents: Document[];
  vocabulary: Vocabulary;
} {
  const vocabulary: Vocabulary = { tokens: [], index: new Map() };
  const documents: Document[] = [];
  for (const [source, rows] of sources) {
    for (const row of rows)
      documents.push({ source, spam: row.label === "spam", tokens: intern(row, source, vocabulary) });
  }
  return { documents, vocabulary };
}

function intern(row: Row, source: string, { tokens, index }: Vocabulary): Uint32Array {
  const features = featuresOf(read(commentOfRow(row), hostsOf[source] ?? []), { languages: [] });
  const shared = features.tokens.slice(0, features.tokens.length - features.siteOnly);
  const used = isNameless(source) ? shared.filter((token) => !STRUCTURE_OF_AUTHOR.test(token)) : shared;
  return Uint32Array.from(new Set(used), (token) => {
    const known = index.get(token);
    if (known !== undefined) return known;
    index.set(token, tokens.length);
    tokens.push(token);
    return tokens.length - 1;
  });
}
