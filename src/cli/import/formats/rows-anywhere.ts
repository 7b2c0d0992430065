import { startOf, textOf } from "../decode.ts";
import type { Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { jsonRows, object, type Row } from "../json.ts";
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
    const row = parsed(line);
    if (row) yield row;
  }
}

/** A line that is no JSON, such as the # that LeanCloud writes at the start, is nobody's comment. */
function parsed(line: string): Row | undefined {
  try {
    return object(JSON.parse(line));
  } catch {
    return undefined;
  }
}
