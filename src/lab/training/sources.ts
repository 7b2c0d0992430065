import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { hash } from "../../core/hash.ts";
import { type DumpRow, readDump } from "./dump-rows.ts";

/** Large or no blogs: their ham serves to teach that technical, foreign or rude is not spam, so many rows are enough. */
const SAMPLES: Readonly<Record<string, number>> = {
  "cold-zh": 1000,
  germeval2018: 1000,
  "told-br": 1000,
  "jigsaw-wiki-toxic": 1000,
  "davidson-hate-offensive": 2000,
  "surge-toxicity": 250,
  "blog-stackexchange": 8000,
};

/** What a row counts for, by source, where it is not 1: one-sided ones, other genres, one campaign. */
const WEIGHTS: Readonly<Record<string, number>> = {
  "tg-spam": 0.5,
  "wp-en-tcmini": 0.2,
  "bbs-zh-qihoo": 0.7,
  "fb-vi-nt1610": 0.7,
  "form-es-procare": 0.5,
  "sms-fa-mahdiyar": 0.2,
  "sms-tr-collection": 0.2,
  "tg-uk-swindlers": 0.5,
  "yt-id-judol": 0.5,
};

/** Languages of sources that do not say them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "cold-zh": "zh",
  germeval2018: "de",
  "told-br": "pt",
};

/** Tweets name accounts, and numbers in their names, by form: that says nothing of whom a comment names. */
const TWEETS: ReadonlySet<string> = new Set(["davidson-hate-offensive", "germeval2018", "told-br"]);

/** A folder's own rules: what of its rows must not be learned from. */
type Folder = "dev" | "ham" | "more" | "dumps" | "foreign" | "forms";
const FOLDERS: readonly Folder[] = ["dev", "ham", "more", "dumps", "foreign", "forms"];

/** One source's labelled comments, and how they may be used. */
export interface Source {
  readonly name: string;
  readonly rows: readonly DumpRow[];
  readonly format: "text" | "html";
  readonly weight: number;
  /** The language of its place, where it is known. */
  readonly language: string | undefined;
  /** Only spam rows name an author, or had a form that asked: that somebody has a name or an address is no evidence. */
  readonly nameless: boolean;
  /** Names and hosts of its ham are invented. */
  readonly inventedHam: boolean;
  /** A dump of a WordPress site, with all that WordPress sends. */
  readonly dump: boolean;
  /** Its texts are copied from honest people: the names alone are spam. */
  readonly namesOnly: boolean;
  /** Names of accounts stand in its texts by form. */
  readonly tweets: boolean;
}

/** Rows to train on, by source. `abuse` rows are left out; those of the samples are chosen by hash. */
export function loadSources(files: readonly string[]): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const file of files) {
    const rows = readDump(file).filter((row) => row.label !== "abuse");
    const name = rows[0]?.source;
    if (name === undefined) continue;
    const folder = basename(dirname(file));
    const most = SAMPLES[name];
    const known = sources.get(name);
    sources.set(name, {
      name,
      rows: [...(known?.rows ?? []), ...(most === undefined ? rows : sample(rows, most))],
      format: folder === "dumps" ? "html" : "text",
      weight: WEIGHTS[name] ?? 1,
      language: LANGUAGES[name],
      nameless: ["more", "foreign", "forms"].includes(folder),
      inventedHam: ["dumps", "forms"].includes(folder),
      dump: folder === "dumps",
      namesOnly: name === "yt-ko-dscover",
      tweets: TWEETS.has(name),
    });
  }
  return sources;
}

function sample(rows: readonly DumpRow[], most: number): DumpRow[] {
  const keyed = rows.map((row) => ({ row, key: hash(row.text) }));
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .map(({ row }) => row);
}

/** Short messages of other places: with them the area under the curve on blogs left out falls by .002. */
const NOT_BLOGS = /^(?:sms-spam-collection|youtube-spam-collection)\.jsonl$/;

/** The labelled files beside the project, if they are there. */
export function corpusFiles(): string[] {
  const root = join(import.meta.dirname, "../../../../shared/corpora");
  return FOLDERS.flatMap((folder) => {
    const path = join(root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith(".jsonl") && !NOT_BLOGS.test(name))
      .sort()
      .map((name) => join(path, name));
  });
}
