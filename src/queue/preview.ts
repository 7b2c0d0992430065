import type { Comment } from "../core/comment.ts";
import type { Verdict } from "../core/judging/verdict.ts";

/** What a queue key's metadata tells when the site object cannot be asked. */
export interface Preview {
  readonly author: string;
  readonly text: string;
  readonly post: string;
  readonly probability: number;
  /** It may be abuse. */
  readonly abuse?: true;
  readonly reasons: readonly (readonly [signal: string, points: number])[];
}

/** KV takes 1,024 bytes of metadata as JSON; the rest is room for its own quoting. */
const MOST_BYTES = 1000;
const REASONS = 3;

const encoder = new TextEncoder();
const size = (value: unknown) => encoder.encode(JSON.stringify(value)).length;

/** A preview that fits the metadata, the text cut at a character. */
export function previewOf(
  comment: Comment,
  verdict: Pick<Verdict, "probability" | "abuse" | "hits">,
): Preview {
  const preview: Preview = {
    author: cut(comment.author.name ?? "", 120),
    text: "",
    post: cut(comment.post.title ?? comment.post.url ?? "", 160),
    probability: Math.round(verdict.probability * 1000) / 1000,
    ...(verdict.abuse.flagged && { abuse: true }),
    reasons: verdict.hits
      .filter((hit) => hit.points > 0)
      .slice(0, REASONS)
      .map((hit) => [hit.signal, Math.round(hit.points * 10) / 10]),
  };
  return { ...preview, text: cut(comment.content, MOST_BYTES - size(preview)) };
}

/** The longest start of a text that takes at most so many bytes as JSON; whole characters only. */
function cut(text: string, bytes: number): string {
  let used = 0;
  let end = 0;
  for (const character of text.slice(0, bytes)) {
    used += size(character) - 2;
    if (used > bytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
