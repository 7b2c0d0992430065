import { check } from "../../core/check.ts";
import { emptySiteState } from "../../core/classifier/site-state.ts";
import type { StarterModel } from "../../core/classifier/starter-model.ts";
import type { Author } from "../../core/comment.ts";
import { read } from "../../core/reading/subject.ts";
import { noRules } from "../no-rules.ts";
import { contacts } from "./contacts.ts";
import { names, websites } from "./people.ts";
import { sentences } from "./sentences.ts";

/** One thing said in many ways: the log-odds of each, and how far they may lie apart. */
export interface Parity {
  readonly name: string;
  readonly most: number;
  readonly scores: readonly { readonly of: string; readonly score: number }[];
}

const BETWEEN_LANGUAGES = 2.5;
const BETWEEN_NAMES = 1;
/** What a reader might say under any name. */
const SENTENCE = "I read this twice and agree with almost all of it.";
const READER = "Emily Carter";
const EMOJI = ["", "😀", "❤️", "👍", "🙏", "🎉", "😂", "👉", "🔥"];

/** One and the same thing by language, by name, by website and by emoji, through the whole filter of a new site. */
export function parity(starter: StarterModel): Parity[] {
  const corpus = { starter, site: emptySiteState() };
  const score = (content: string, author: Author = {}) =>
    check(
      read({ type: "comment", format: "text", content, post: {}, author }, []),
      corpus,
      undefined,
      noRules,
    ).score;
  const said = (lines: readonly string[]) =>
    lines.map((line) => ({ of: line.slice(0, 2), score: score(line.slice(4)) }));
  return [
    ...Object.entries(sentences).map(([name, lines]) => ({
      name,
      most: BETWEEN_LANGUAGES,
      scores: said(lines),
    })),
    { name: "contact", most: BETWEEN_LANGUAGES, scores: said(contacts) },
    {
      name: "website",
      most: BETWEEN_LANGUAGES,
      scores: websites.map((url) => ({ of: url, score: score(SENTENCE, { name: READER, url }) })),
    },
    {
      name: "name",
      most: BETWEEN_NAMES,
      scores: names.map((name) => ({ of: name, score: score(SENTENCE, { name }) })),
    },
    {
      name: "emoji",
      most: BETWEEN_NAMES,
      scores: EMOJI.map((emoji) => ({ of: emoji || "none", score: score(`${SENTENCE} ${emoji}`.trim()) })),
    },
  ];
}

/** How far the ways of one thing lie apart, log-odds. */
export const spreadOf = ({ scores }: Parity): number =>
  Math.max(...scores.map(({ score }) => score)) - Math.min(...scores.map(({ score }) => score));
