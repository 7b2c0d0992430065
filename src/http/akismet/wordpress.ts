import type { Submission } from "../../contract/submission.ts";
import { website } from "../../contract/website.ts";

/** A text as PHP's addslashes leaves it: no quote and no backslash without a backslash before it. */
const SLASHED = /^(?:[^'"\\]|\\['"\\0])*$/;

/**
 * WordPress passes on what its form posted with a backslash before each quote, and asks about the very
 * comment again without. Only from WordPress, and only a text that is slashed throughout.
 */
export function unslashed(text: string, client: string): string {
  if (!client.startsWith("WordPress/") || !text.includes("\\") || !SLASHED.test(text)) return text;
  return text.replace(/\\([\s\S])/g, (_, character: string) => (character === "0" ? "\0" : character));
}

/** The entities that WordPress writes when it stores a comment. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#039;": "'",
  "&#39;": "'",
  "&amp;": "&",
};

/**
 * A comment as what makes it this one: as a reader wrote it, whether WordPress asks while it comes in or
 * later out of its database, which escapes characters, adds `rel` to links and folds line ends.
 */
export function canonical(submission: Submission): Submission {
  const { content, author } = submission;
  const plain = (text: string) =>
    text
      .replace(/\s{0,3}rel="[^"<>]{0,40}"/g, "")
      .replace(/&(?:lt|gt|quot|#0?39|amp);/g, (entity) => ENTITIES[entity] as string)
      .replace(/\r\n?/g, "\n")
      .trim();
  return {
    ...submission,
    content: plain(content),
    author: {
      ...author,
      ...(author.name !== undefined && { name: plain(author.name) }),
      ...(author.url !== undefined && { url: website(plain(author.url)) }),
    },
  };
}
