import { readFileSync } from "node:fs";
import type { Comment } from "../../core/comment.ts";

/** A labelled comment, as the corpora hold it. */
export interface Row {
  readonly text: string;
  readonly label: "spam" | "ham" | "abuse";
  readonly source: string;
  readonly author?: string;
  readonly url?: string;
  readonly date?: string;
}

/** Reads JSONL. Throws with file and line for what is no row. */
export function readRows(file: string): Row[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      const row = JSON.parse(line) as Row;
      if (typeof row.text !== "string" || typeof row.label !== "string")
        throw new Error("text and label are needed");
      return [{ ...row, source: row.source ?? file }];
    } catch (failure) {
      throw new Error(`${file}, line ${i + 1}: ${failure instanceof Error ? failure.message : failure}`);
    }
  });
}

/** The comment of a row; the blog's own hosts are not in the data. */
export function commentOfRow({ text, author, url }: Pick<Row, "text" | "author" | "url">): Comment {
  return { type: "comment", format: "text", content: text, post: {}, author: { name: author, url } };
}
