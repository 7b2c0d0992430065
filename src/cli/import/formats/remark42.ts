import { textOf } from "../decode.ts";
import type { Format } from "../format.ts";
import { isTrue, object, type Row, rowOfLine, text } from "../json.ts";
import { linesOf } from "../lines.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** The backup of Remark42: a comment a line, after a line about the whole. It knows no spam. */
export const remark42: Format = {
  name: "remark42",
  system: "remark42",
  about: "Remark42: its backup (.gz)",
  recognises: (start) => /"locator"\s*:\s*\{/.test(start) && /"orig"|"user"\s*:\s*\{/.test(start),
  async *read(inputs, { encoding, only }) {
    for (const input of inputs)
      for await (const { number, line } of linesOf(input.name, textOf(input, encoding))) {
        const row = rowOfLine(line);
        if (row === undefined) yield { leftOut: "on lines that are no JSON" };
        else if (row.locator === undefined && number === 1) continue;
        else yield commentOf(row, only);
      }
  },
};

function commentOf(row: Row, only: string | undefined): Read {
  const { site, url } = object(row.locator);
  if (only !== undefined && site !== only)
    return { leftOut: `of the site ${text(site) ?? "without a name"}` };
  if (isTrue(row.delete)) return { leftOut: "deleted" };
  const user = object(row.user);
  const written = text(row.orig);
  return pastOf(row.id, "ham", "person", {
    ...(written ? { format: "markdown", content: written } : { format: "html", content: row.text }),
    post: { url, title: row.title },
    parent: { id: row.pid },
    // The address is a keyed hash of Remark42's own, which says nothing here.
    author: { name: user.name, id: user.id, role: isTrue(user.admin) ? "administrator" : undefined },
    submittedAt: timeOf(row.time),
  });
}
