import type { CommentRow } from "../tables/comments.ts";

/** A shorter text is told only as a whole: it may be anybody's. */
const TELLING = 30;

/** What tells of a person in other people's comments: texts and whole names in lower-case words, ids of comments. */
export interface Traces {
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** What others wrote, and what they answered. */
export interface Other {
  readonly id: string;
  readonly content: string;
  readonly parent: string | null;
  readonly quoted: string | null;
}

const wordsOf = (text: string): string =>
  (
    text
      .replace(/<[^<>]*>/g, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");

/** A name of one word is anybody's. */
const isWhole = (name: string) => name.includes(" ");

/** `earlier`: texts that edits of these comments replaced. */
export function tracesOf(rows: readonly CommentRow[], earlier: readonly string[] = []): Traces {
  const names = rows.map(({ comment }) => wordsOf(comment.author.name ?? "")).filter(isWhole);
  const texts = [...rows.map(({ comment }) => comment.content), ...earlier]
    .map(wordsOf)
    .filter((text) => text !== "");
  return {
    ids: new Set(rows.map(({ id }) => id)),
    texts: [...new Set(texts)],
    names: [...new Set(names)],
  };
}

/** Whether what a comment quotes is a text of this person. */
export function quotes({ ids, texts }: Traces, { parent, quoted }: Other): boolean {
  if (quoted === null) return false;
  if (parent !== null && ids.has(parent)) return true;
  const words = wordsOf(quoted);
  return texts.some(
    (text) =>
      (text === words && (parent === null || text.length >= TELLING)) ||
      (words.length >= TELLING && text.includes(words)) ||
      (text.length >= TELLING && words.includes(text)),
  );
}

/** Whether a comment holds a whole name or a text of this person. */
export function tellsOf({ texts, names }: Traces, { content }: Other): boolean {
  const words = ` ${wordsOf(content)} `;
  return (
    names.some((name) => words.includes(` ${name} `)) ||
    texts.some((text) => text.length >= TELLING && words.includes(text))
  );
}
