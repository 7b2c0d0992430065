import { Refusal } from "../command.ts";

/** No line of a history is longer: a comment has at most 64 kB, and its other fields less. */
const LONGEST = 4 * 1024 * 1024;

/** The lines of a text that comes in pieces, with their numbers from 1, empty ones apart. */
export async function* linesOf(
  name: string,
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ readonly number: number; readonly line: string }> {
  let rest = "";
  let number = 0;
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    if (rest.length > LONGEST) throw tooLong(name, number + 1);
    for (const part of parts) {
      number++;
      if (part.length > LONGEST) throw tooLong(name, number);
      const line = part.endsWith("\r") ? part.slice(0, -1) : part;
      if (line.trim() !== "") yield { number, line };
    }
  }
  if (rest.trim() !== "") yield { number: number + 1, line: rest };
}

const tooLong = (name: string, number: number) =>
  new Refusal(`${name}: line ${number} is longer than ${LONGEST} characters, as no comment is.`, 1);
