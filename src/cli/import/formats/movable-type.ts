import { textOf } from "../decode.ts";
import { type Format, pageOf, type Telling } from "../format.ts";
import { linesOf } from "../lines.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** The text of Movable Type and TypePad: `--------` between entries, `-----` between their sections. */
export const movableType: Format = {
  name: "movable-type",
  system: "movable-type",
  about: "Movable Type, TypePad: Tools → Export entries (.txt)",
  recognises: (start) =>
    /^(?:\uFEFF)?(?:AUTHOR|TITLE|STATUS|BASENAME): /m.test(start) && /^-----\r?$/m.test(start),
  async *read(inputs, telling) {
    for (const input of inputs) {
      let entry = new Map<string, string>();
      let section: string[] = [];
      let count = 0;
      for await (const { line } of allLines(input.name, textOf(input, telling.encoding))) {
        if (line !== "-----" && line !== "--------") {
          section.push(line);
          continue;
        }
        const kind = kindOf(section);
        if (kind === "COMMENT" || kind === "PING") yield commentOf(kind, section, entry, ++count, telling);
        else if (kind === undefined) entry = fieldsOf(section);
        section = [];
        if (line === "--------") entry = new Map();
      }
    }
  },
};

/** Blank lines are text here. */
async function* allLines(name: string, chunks: AsyncIterable<string>) {
  let last = 0;
  for await (const { number, line } of linesOf(name, chunks)) {
    for (; last + 1 < number; last++) yield { line: "" };
    last = number;
    yield { line };
  }
}

const SECTION = /^(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*$/;
const FIELD = /^([A-Z][A-Z ]*): ?(.*)$/;

const kindOf = ([first = ""]: readonly string[]) => SECTION.exec(first)?.[1];

const fieldsOf = (lines: readonly string[]) =>
  new Map(
    lines.flatMap((line) => {
      const [, name, value] = FIELD.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
    }),
  );

const KNOWN = new Set(["AUTHOR", "EMAIL", "URL", "IP", "DATE", "TITLE", "BLOG NAME", "ID", "PARENT"]);

function commentOf(
  kind: "COMMENT" | "PING",
  [, ...lines]: readonly string[],
  entry: ReadonlyMap<string, string>,
  number: number,
  telling: Telling,
): Read {
  // The fields come first, and the text begins at the first line that is none of them.
  const fields = new Map<string, string>();
  let from = 0;
  for (; from < lines.length; from++) {
    const [, name, value] = FIELD.exec(lines[from] ?? "") ?? [];
    if (name === undefined || !KNOWN.has(name)) break;
    fields.set(name, value?.trim() ?? "");
  }
  const page = entry.get("UNIQUE URL") ?? entry.get("BASENAME") ?? entry.get("TITLE") ?? "";
  const id = fields.get("ID") ?? `${page}#${fields.get("DATE") ?? number}#${fields.get("AUTHOR") ?? ""}`;
  return pastOf(id.slice(0, 128), "ham", "person", {
    type: kind === "PING" ? "trackback" : "comment",
    format: "html",
    content: lines.slice(from).join("\n").trim(),
    post: { url: pageOf(entry.get("UNIQUE URL"), telling), title: entry.get("TITLE") },
    parent: { id: fields.get("PARENT") },
    author: {
      name: fields.get("AUTHOR") ?? fields.get("BLOG NAME"),
      email: fields.get("EMAIL"),
      url: fields.get("URL"),
      ip: fields.get("IP"),
    },
    submittedAt: timeOf(fields.get("DATE"), telling.zone),
  });
}
