import { importLine } from "../../../contract/import.ts";
import { textOf } from "../decode.ts";
import type { Format } from "../format.ts";
import { rowOfLine } from "../json.ts";
import { linesOf } from "../lines.ts";
import type { Past, Read } from "../past.ts";

/** What `npm run export` writes: the very lines that are sent. */
export const hamlet: Format = {
  name: "hamlet",
  system: "hamlet",
  about: "another Hamlet: npm run export",
  recognises: (start) => /^\s*\{"source":"[a-z0-9._-]+","id":/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const { line } of linesOf(input.name, textOf(input, telling.encoding))) yield lineOf(line);
  },
};

function lineOf(text: string): Read {
  const row = rowOfLine(text);
  const parsed = importLine.safeParse(row);
  if (!row || !parsed.success) return { leftOut: "not understood" };
  const { source, id, label, by, lesson, domain, wave } = parsed.data;
  // As it was written: what reading it filled in need not be sent.
  const comment = row.comment as Past["comment"];
  return { source, id, label, by, comment, lesson, domain, wave };
}
