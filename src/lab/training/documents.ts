import { hostsOf } from "../../cli/replay/known-hosts.ts";
import { gramsOf } from "../../core/classifier/grams.ts";
import { priorHits } from "../../core/judging/prior-hits.ts";
import { type Features, featuresOf } from "../../core/reading/features.ts";
import { payloadOf } from "../../core/reading/payload.ts";
import { read, type Subject } from "../../core/reading/subject.ts";
import { inProcesses } from "../computing/processes.ts";
import { noRules } from "../no-rules.ts";
import { commentOfDump, type DumpRow } from "./dump-rows.ts";
import { languageOf } from "./language.ts";
import type { Source } from "./sources.ts";

/** A labelled comment as numbers. */
export interface Document {
  readonly source: string;
  readonly spam: boolean;
  readonly language: string;
  /** What it counts for. */
  readonly weight: number;
  /** Holds something to follow. */
  readonly payload: boolean;
  /** From a dump of a WordPress site, with all that WordPress sends. */
  readonly dump: boolean;
  /** What evidence beyond the text says on a site's first day, log-odds. */
  readonly priors: number;
  /** Indices into the vocabulary: all that the filter sees. */
  readonly tokens: Uint32Array;
  /** Those of them that may be learned from. */
  readonly learned: Uint32Array;
  /** Buckets of character n-grams. */
  readonly grams: Uint16Array;
}

/** Every token met, by index. */
export interface Vocabulary {
  readonly tokens: string[];
  readonly index: Map<string, number>;
}

/** What stands on the author's having a name, a website or a mail address. */
const STRUCTURE_OF_AUTHOR =
  /^s:(?:name-|author-link|mail-domain|praise:.*with link|own-link:author|gibberish:name)/;
/** What stands on accounts that are named in the text. */
const NAMED_ACCOUNT = /^s:(?:quote|brand):/;
/** Words of names, hosts and addresses. */
const NAME = /^a:/;
const NAME_OR_PLACE = /^(?!s:|ws:)/;

/** One source's comments, and the tokens that they are told in. */
export interface Told {
  readonly tokens: readonly string[];
  readonly documents: readonly Document[];
}

/** The very tokens of run time, interned. */
export async function documentsOf(sources: ReadonlyMap<string, Source>): Promise<{
  documents: Document[];
  vocabulary: Vocabulary;
}> {
  const teller = new URL("./teller.ts", import.meta.url);
  const all = await inProcesses<Source, Told>(teller, undefined, [...sources.values()]);
  const vocabulary: Vocabulary = { tokens: [], index: new Map() };
  const documents = all.flatMap((told) => {
    const places = intern(told.tokens, vocabulary);
    const placed = (tokens: Uint32Array) => tokens.map((token) => places[token] as number);
    return told.documents.map((one) => ({
      ...one,
      tokens: placed(one.tokens),
      learned: placed(one.learned),
    }));
  });
  return { documents, vocabulary };
}

/** A source's comments, with a vocabulary of their own. */
export function told(source: Source): Told {
  const vocabulary: Vocabulary = { tokens: [], index: new Map() };
  const documents = source.rows.map((row) => documentOf(row, source, vocabulary));
  return { tokens: vocabulary.tokens, documents };
}

function documentOf(row: DumpRow, source: Source, vocabulary: Vocabulary): Document {
  const features = featuresOf(read(commentOfDump(row, source.format), hostsOf[source.name] ?? []), {
    languages: [],
  });
  const spam = row.label === "spam";
  const tokens = [...new Set(sharedOf(features))];
  const hint = row.lang && row.lang !== "und" ? row.lang : source.language;
  return {
    source: source.name,
    spam,
    language: languageOf(row.text, hint),
    weight: source.weight,
    payload: payloadOf(features.subject)?.length !== 0,
    dump: source.dump,
    priors: priorsOf(features.subject, row),
    tokens: intern(tokens, vocabulary),
    learned: intern(
      tokens.filter((token) => mayTeach(token, source, spam)),
      vocabulary,
    ),
    grams: source.namesOnly ? new Uint16Array() : gramsOf(features.subject.folded),
  };
}

const sharedOf = ({ tokens, siteOnly }: Features) => tokens.slice(0, tokens.length - siteOnly);

function mayTeach(
  token: string,
  { nameless, inventedHam, namesOnly, tweets }: Source,
  spam: boolean,
): boolean {
  if (nameless && STRUCTURE_OF_AUTHOR.test(token)) return false;
  if (tweets && NAMED_ACCOUNT.test(token)) return false;
  if (namesOnly) return NAME.test(token);
  return spam || !inventedHam || !NAME_OR_PLACE.test(token);
}

function priorsOf(subject: Subject, { date }: DumpRow): number {
  const now = Date.parse(date ?? "") || 0;
  const history = { now, samePostsToday: 0, nearSpam: 0, nearPublished: 0, domains: [], surge: false };
  return priorHits(subject, history, noRules).hits.reduce((sum, { points }) => sum + points, 0);
}

function intern(tokens: readonly string[], { tokens: all, index }: Vocabulary): Uint32Array {
  return Uint32Array.from(tokens, (token) => {
    const known = index.get(token);
    if (known !== undefined) return known;
    index.set(token, all.length);
    all.push(token);
    return all.length - 1;
  });
}
