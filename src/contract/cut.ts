import * as z from "zod";

/** What became of a field that was not taken as it was sent. */
export const warning = z
  .object({ pointer: z.string().meta({ example: "#/author/name" }), detail: z.string() })
  .meta({ id: "Warning" });

export type Warning = z.output<typeof warning>;

/** A character as people see it is hardly ever longer, in UTF-16 units; one that is, is cut as well. */
const LONGEST_CHARACTER = 64;
const characters = new Intl.Segmenter();
const encoder = new TextEncoder();

/** The start of a text that is no longer than so many UTF-16 units, and ends with a whole character. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, boundary(text, limit));
}

/** The start of a text that takes at most so many bytes of UTF-8, and ends with a whole character. */
export function cutBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const { read } = encoder.encodeInto(text, new Uint8Array(bytes));
  return read === text.length ? text : text.slice(0, boundary(text, read));
}

/** The nearest boundary of characters at or before a place in a text. */
function boundary(text: string, at: number): number {
  const from = Math.max(0, at - 4 * LONGEST_CHARACTER);
  const around = text.slice(from, at + LONGEST_CHARACTER);
  const start = from + (characters.segment(around).containing(at - from)?.index ?? at - from);
  if (at - start <= LONGEST_CHARACTER) return start;
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The fields that were cut: texts of what was sent that are shorter in what was read of it. */
export function cuts(sent: unknown, read: unknown, pointer = "#"): Warning[] {
  if (typeof sent === "string" && typeof read === "string") {
    if (read.length >= sent.length) return [];
    const length = pointer === CONTENT ? `${encoder.encode(read).length} bytes` : `${read.length} characters`;
    return [{ pointer, detail: `cut to ${length}` }];
  }
  if (typeof sent !== "object" || typeof read !== "object" || sent === null || read === null) return [];
  const members = new Map(Object.entries(sent));
  return Object.entries(read).flatMap(([name, value]) =>
    cuts(members.get(name), value, `${pointer}/${name}`),
  );
}

const CONTENT = "#/content";

/** Whether it was the content that was cut: what is not read whole, a person has to see. */
export const contentCut = (warnings: readonly Warning[]): boolean =>
  warnings.some(({ pointer }) => pointer === CONTENT);
