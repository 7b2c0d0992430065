import type { Comment } from "../../core/comment.ts";
import { Refusal } from "../command.ts";
import { type ReadLine, readLine } from "./line.ts";
import { textOf } from "./text.ts";

export const labels = ["spam", "ham", "abuse"] as const;

type RowLabel = (typeof labels)[number];

/** A labelled submission of a file. */
export interface Labelled extends ReadLine {
  readonly label: RowLabel;
  /** Where it is from: its own `source`, else its file. */
  readonly source: string;
  /** Its place among all lines that were read, from 0. */
  readonly line: number;
}

interface Reading {
  readonly rows: Labelled[];
  /** How many lines could not be read. */
  readonly bad: number;
}

/**
 * Reads labelled submissions, a line of JSON each. `onBad` is told each line that is none, by file, number and what was
 * expected; it may throw.
 */
export function readLabelled(files: readonly string[], onBad: (message: string) => void): Reading {
  const rows: Labelled[] = [];
  let bad = 0;
  let line = 0;
  for (const file of files) {
    for (const [i, text] of textOf(file).split("\n").entries()) {
      if (text.trim() === "") continue;
      const row = labelledOf(text, file, line++);
      if (!("fault" in row)) rows.push(row);
      else {
        bad++;
        onBad(`${file}, line ${i + 1}: ${row.fault}`);
      }
    }
  }
  return { rows, bad };
}

function labelledOf(text: string, file: string, line: number): Labelled | { readonly fault: string } {
  const read = readLine(text, 0);
  if ("fault" in read) return read;
  const { label, source } = read.given;
  if (!labels.includes(label as RowLabel))
    return { fault: `label: ${labels.join(", ")} was expected, not ${JSON.stringify(label) ?? "nothing"}` };
  return { ...read, label: label as RowLabel, source: typeof source === "string" ? source : file, line };
}

/** Ends the command at the first line that is none. */
export function refuse(message: string): never {
  throw new Refusal(message, 1);
}

/** A labelled comment, as the corpora hold it. */
export interface Row {
  readonly text: string;
  readonly label: RowLabel;
  readonly source: string;
  readonly author?: string;
  readonly url?: string;
  readonly date?: string;
}

/** The labelled comments of a file in the corpora's form. Refuses what is no row, by file and line. */
export function readRows(file: string): Row[] {
  return readLabelled([file], refuse).rows.map(({ label, source, comment: { content, author }, at }) => ({
    text: content,
    label,
    source,
    ...(author.name !== undefined && { author: author.name }),
    ...(author.url !== undefined && { url: author.url }),
    ...(at !== undefined && { date: new Date(at).toISOString() }),
  }));
}

/** The comment of a row; the blog's own hosts are not in the data. */
export function commentOfRow({ text, author, url }: Pick<Row, "text" | "author" | "url">): Comment {
  return { type: "comment", format: "text", content: text, post: {}, author: { name: author, url } };
}
