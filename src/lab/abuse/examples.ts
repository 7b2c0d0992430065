import { basename } from "node:path";
import { abuseFeatures } from "../../core/abuse/features.ts";
import { hash } from "../../core/hash.ts";
import { read } from "../../core/reading/subject.ts";
import { commentOfDump, readDump } from "../training/dump-rows.ts";
import { languageOf } from "../training/language.ts";

/** English rows with and without abuse. */
export const ABUSE = ["davidson-hate-offensive", "jigsaw-wiki-toxic", "surge-toxicity"];
/** The same in other languages, with the language. */
export const FOREIGN_ABUSE: Readonly<Record<string, string>> = {
  germeval2018: "de",
  "told-br": "pt",
  "cold-zh": "zh",
};
const ABUSE_SETS = new Set([...ABUSE, ...Object.keys(FOREIGN_ABUSE)]);
/** Rows taken of each of the large foreign sets. */
const MOST_FOREIGN = 3000;

/** A text as the abuse model sees it. */
export interface AbuseExample {
  readonly source: string;
  readonly abuse: boolean;
  readonly language: string;
  /** Good comments of a blog or the like: what false alarms are counted on. */
  readonly blog: boolean;
  /** Good comments fall into halves by source, the one large source by row: each is judged by a model of the other. */
  readonly half: 0 | 1;
  readonly features: Uint16Array;
}

/** Abuse and all good comments of the labelled files. */
export function abuseExamples(files: readonly string[]): AbuseExample[] {
  return files.flatMap((file) => {
    const all = readDump(file).filter((row) => row.label !== "spam");
    const source = all[0]?.source ?? basename(file, ".jsonl");
    const most = FOREIGN_ABUSE[source] === undefined ? all.length : MOST_FOREIGN;
    const every = Math.max(1, Math.ceil(all.length / most));
    const rows = all.filter((_, i) => i % every === 0);
    return rows.map((row, i) => ({
      source,
      abuse: row.label === "abuse",
      language: languageOf(row.text, row.lang && row.lang !== "und" ? row.lang : FOREIGN_ABUSE[source]),
      blog: !ABUSE_SETS.has(source),
      half: ((source === "blog-stackexchange" ? i : hash(source)) % 2) as 0 | 1,
      features: abuseFeatures(read(commentOfDump(row, "text"), [])),
    }));
  });
}
