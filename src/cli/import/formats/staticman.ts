import { basename, dirname } from "node:path";
import { parse } from "yaml";
import { textOf } from "../decode.ts";
import { type Format, pageOf, type Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { object, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** A folder of Staticman: a file a comment. What was refused lies in pull requests that nobody merged, not here. */
export const staticman: Format = {
  name: "staticman",
  system: "staticman",
  about: "Staticman: the folder that it writes comments into",
  recognises: (start, name) =>
    /\.(?:ya?ml|json|md)$/i.test(name) &&
    !/^\s*\[/.test(start) &&
    NAME.test(start) &&
    (TEXT.test(start) || FRONT.test(start)),
  async *read(inputs, telling) {
    for (const input of inputs) yield await commentOf(input, telling);
  },
};

const NAME = /(?:^|[\n{,])\s*"?(?:name|author|nick)"?\s*:/i;
const TEXT = /(?:^|[\n{,])\s*"?(?:message|comment|body|content)"?\s*:/i;
/** Front matter: the text of the comment stands below. */
const FRONT = /^\uFEFF?---\r?\n/;

/** One comment is small; a file that is not, is none. */
const LONGEST = 256 * 1024;

async function commentOf(input: Input, telling: Telling): Promise<Read> {
  let written = "";
  for await (const chunk of textOf(input, telling.encoding)) {
    written += chunk;
    if (written.length > LONGEST) return { leftOut: "in files that are too long for a comment" };
  }
  const row = fieldsOf(written);
  if (row === undefined) return { leftOut: "in files that are not understood" };
  const named = (...names: string[]) => names.map((name) => row[name]).find((value) => value !== undefined);
  return pastOf(named("_id", "id") ?? basename(input.name).replace(/\.\w+$/, ""), "ham", "person", {
    format: "markdown",
    content: named("message", "comment", "content", "body"),
    post: { url: pageOf(text(named("url", "slug", "page", "post")) ?? folderOf(input), telling) },
    parent: { id: named("replying_to", "parent", "_parent") },
    author: {
      name: named("name", "author", "nick"),
      // Most owners keep a hash of the address only.
      email: text(row.email)?.includes("@") ? row.email : undefined,
      url: named("website", "link", "site"),
    },
    submittedAt: timeOf(named("date", "timestamp", "created")),
  });
}

/** The fields of YAML, JSON or front matter, by names in lower case. Tags and aliases of YAML stay unused. */
function fieldsOf(written: string): Row | undefined {
  const [, front, body] = /^\uFEFF?---\r?\n(.*?)\r?\n---\r?\n?(.*)$/s.exec(written) ?? [];
  try {
    const fields = object(parse(front ?? written, { maxAliasCount: 0, schema: "core", version: "1.2" }));
    const lower = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]),
    );
    return body?.trim() ? { body: body.trim(), ...lower } : lower;
  } catch {
    return undefined;
  }
}

/** The post is mostly the folder that a comment lies in. */
const folderOf = ({ name }: Input) => `/${basename(dirname(name))}/`;
