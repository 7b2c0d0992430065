import type { Labelled } from "../../cli/reading/labelled.ts";

/**
 * A filter that learns as it goes: each comment's score, higher for spam, before its label is told; undefined: it is not installed.
 */
export interface Peer {
  readonly name: string;
  readonly play: (rows: readonly Labelled[]) => readonly number[] | undefined;
}

/** What a comment says, for filters that know nothing but text. */
export const textOf = ({ comment: { author, post, content } }: Labelled): string =>
  [author.name, author.url, author.email, post.title, content].filter(Boolean).join("\n");

/** The same as a mail, for filters of mail. */
export function mailOf({ comment: { author, post, content } }: Labelled): string {
  const line = (text: string) => text.replace(/[\r\n"<>]+/g, " ");
  const head = [
    `From: "${line(author.name ?? "")}" <${line(author.email ?? "author@mail.invalid")}>`,
    `Subject: ${line(post.title ?? "comment")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  return `${head.join("\n")}\n\n${author.url ?? ""}\n\n${content}\n`;
}
