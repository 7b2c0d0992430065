import { pipeline, Readable, Transform } from "node:stream";
import { parser } from "stream-json";
import { pick } from "stream-json/filters/pick.js";
import { streamArray } from "stream-json/streamers/stream-array.js";
import { Refusal } from "../command.ts";

export type Row = Readonly<Record<string, unknown>>;

/** No text in a history is longer. */
const LONGEST = 16 * 1024 * 1024;
const DEEPEST = 100;

/**
 * The rows of an array in a JSON document, as they come, with the rest of the document never in memory. `at`: the keys that lead
 * to the array, joined by points; undefined: the document is the array. What is no object is passed over; null is an empty array.
 */
export async function* jsonRows(
  name: string,
  chunks: AsyncIterable<string>,
  at?: string,
): AsyncGenerator<Row> {
  const streams = [
    Readable.from(chunks),
    parser.asStream({ streamKeys: false, streamNumbers: false, streamStrings: true }),
    bounded(name),
    ...(at === undefined ? [] : [pick.asStream({ filter: at }), withoutNull()]),
    streamArray.asStream(),
  ] as const;
  const rows = pipeline([...streams], () => undefined) as unknown as AsyncIterable<{ value: unknown }>;
  try {
    for await (const { value } of rows)
      if (typeof value === "object" && value !== null && !Array.isArray(value)) yield value as Row;
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    throw new Refusal(
      `${name}: it is damaged, or ends in the middle: ${(failure as Error).message.split("\n")[0]}`,
      1,
    );
  }
}

/** Drops a null where an array was to begin: Go writes an empty list so. */
function withoutNull(): Transform {
  let begun = false;
  return new Transform({
    objectMode: true,
    transform(token: { name: string }, _, done) {
      const isNull = !begun && token.name === "nullValue";
      begun = true;
      done(null, isNull ? undefined : token);
    },
  });
}

/** Passes the parser's tokens on; refuses texts and depths that no history has. */
function bounded(name: string): Transform {
  let length = 0;
  let depth = 0;
  return new Transform({
    objectMode: true,
    transform(token: { name: string; value?: string }, _, done) {
      if (token.name === "startString") length = 0;
      else if (token.name === "stringChunk") length += token.value?.length ?? 0;
      else if (token.name === "startObject" || token.name === "startArray") depth++;
      else if (token.name === "endObject" || token.name === "endArray") depth--;
      if (length > LONGEST) done(new Refusal(`${name}: a text is longer than ${LONGEST} characters.`, 1));
      else if (depth > DEEPEST) done(new Refusal(`${name}: it is nested deeper than ${DEEPEST}.`, 1));
      else done(null, token);
    },
  });
}

/** A field as text: numbers are written out; everything else that is no text is absent. */
export const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

/** A field that is an object; absent: an empty one. */
export const object = (value: unknown): Row =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : {};

/** true, 1, "true" and "1". */
export const isTrue = (value: unknown): boolean =>
  value === true || value === 1 || /^(?:true|1)$/i.test(String(value));

const isShallow = (value: unknown, left: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1)));

/** A line of JSON as a row; undefined: it is none. */
export function rowOfLine(line: string): Row | undefined {
  try {
    const row = object(JSON.parse(line));
    return isShallow(row, DEEPEST) ? row : undefined;
  } catch {
    return undefined;
  }
}
