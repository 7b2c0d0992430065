import { startOf, textOf } from "../decode.ts";
import type { Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { jsonRows, type Row, rowOfLine } from "../json.ts";
import { linesOf } from "../lines.ts";

/**
 * The rows of a file that is an array, an object with the array at one of the places, or an object a line: databases export
 * the same collection in all of these shapes.
 */
export async function* rowsAnywhere(
  input: Input,
  { encoding }: Telling,
  places: readonly string[],
): AsyncGenerator<Row> {
  const start = (await startOf(input)).trimStart();
  if (start.startsWith("[")) return yield* jsonRows(input.name, textOf(input, encoding));
  const place = places.find((at) => new RegExp(`"${at.split(".").at(-1)}"\\s*:\\s*\\[`).test(start));
  if (place !== undefined) return yield* jsonRows(input.name, textOf(input, encoding), place);
  for await (const { line } of linesOf(input.name, textOf(input, encoding))) {
    const row = rowOfLine(line);
    // What is no JSON, such as the line that LeanCloud begins with, is nobody's comment.
    if (row) yield row;
  }
}
