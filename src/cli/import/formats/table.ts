import Papa from "papaparse";
import { Refusal } from "../../command.ts";
import { textOf } from "../decode.ts";
import { type Format, pageOf, type Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { object, type Row, rowOfLine, text } from "../json.ts";
import { linesOf } from "../lines.ts";
import { type Past, pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** Hamlet's own rows, such as its export: a comment a line, fields named as in `/v1`. */
export const jsonLines: Format = {
  name: "jsonl",
  system: "jsonl",
  about: "JSON, a comment a line, fields named as in /v1, with label or status",
  recognises: (start) =>
    /^\s*\{/.test(start) &&
    /"(?:content|text|comment)"\s*:/.test(start) &&
    /"(?:label|status)"\s*:/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const { number, line } of linesOf(input.name, textOf(input, telling.encoding))) {
        const row = rowOfLine(line);
        yield row === undefined ? { leftOut: "on lines that are no JSON" } : commentOf(row, number, telling);
      }
  },
};

/** Columns by the names that people give them. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  id: ["id", "comment_id", "commentid"],
  content: ["content", "text", "comment", "message", "body"],
  "author.name": ["author.name", "author", "name", "nick", "author_name"],
  "author.email": ["author.email", "email", "mail", "author_email"],
  "author.url": ["author.url", "website", "author_url", "link", "site"],
  "author.ip": ["author.ip", "ip", "remote_addr"],
  "author.userAgent": ["author.useragent", "useragent", "user_agent", "agent"],
  "post.url": ["post.url", "post", "page", "url", "permalink", "post_url"],
  "post.title": ["post.title", "title", "post_title"],
  "parent.id": ["parent.id", "parent", "parent_id", "reply_to"],
  submittedAt: ["submittedat", "date", "created", "created_at", "time", "timestamp"],
  label: ["label", "status", "state", "approved"],
  by: ["by"],
  type: ["type"],
};

/** A table with a line of names. The separator is found out; dates may have three shapes. */
export const csv: Format = {
  name: "csv",
  system: "csv",
  about: "a table as CSV, columns named as in /v1, with label or status",
  recognises: (start) => columnsOf(start.split("\n", 1)[0] ?? "").size >= 2,
  async *read(inputs, telling) {
    for (const input of inputs) yield* tableOf(input, telling);
  },
};

/** What a table's columns were understood as: `/v1`'s field, and the name that the table has for it. */
function columnsOf(head: string): Map<string, string> {
  const names = Papa.parse<string[]>(head.replace(/^\uFEFF/, ""), { preview: 1 }).data[0] ?? [];
  return new Map(
    Object.entries(COLUMNS).flatMap(([field, known]) => {
      const name = known.flatMap((one) => names.filter((given) => given.trim().toLowerCase() === one))[0];
      return name === undefined ? [] : [[field, name] as const];
    }),
  );
}

async function* tableOf(input: Input, telling: Telling): AsyncGenerator<Read> {
  let written = "";
  for await (const chunk of textOf(input, telling.encoding)) {
    written += chunk;
    if (written.length > LARGEST)
      throw new Refusal(
        `${input.name}: a table of more than ${LARGEST} characters; say it as JSON lines.`,
        1,
      );
  }
  const columns = columnsOf(written.split("\n", 1)[0] ?? "");
  if (!columns.has("content"))
    throw new Refusal(`${input.name}: no column is named content, text, comment, message or body.`, 1);
  const { data } = Papa.parse<Row>(written.replace(/^\uFEFF/, ""), {
    header: true,
    skipEmptyLines: "greedy",
  });
  for (const [i, row] of data.entries()) yield commentOf(nested(row, columns), i + 1, telling);
}

const LARGEST = 64 * 1024 * 1024;

function nested(row: Row, columns: ReadonlyMap<string, string>): Row {
  const found: Record<string, unknown> = {};
  for (const [field, name] of columns) {
    const [outer = "", inner] = field.split(".");
    if (inner === undefined) found[outer] = row[name];
    else found[outer] = { ...object(found[outer]), [inner]: row[name] };
  }
  return found;
}

const HAM = /^(?:ham|approved?|published|publish|1|true|good|ok)$/i;
const SPAM = /^(?:spam|junk|bad)$/i;
const PENDING = /^(?:pending|held|hold|waiting|unapproved|0|false)$/i;

function commentOf(row: Row, number: number, telling: Telling): Read {
  const inner = object(row.comment);
  const given = inner.content === undefined ? row : inner;
  const said =
    text(row.label) ?? text(row.status) ?? (typeof row.label === "boolean" ? String(row.label) : "");
  const label = HAM.test(said)
    ? "ham"
    : SPAM.test(said)
      ? "spam"
      : PENDING.test(said)
        ? "pending"
        : undefined;
  if (label === undefined) return { leftOut: said === "" ? "without a label" : `of the status ${said}` };
  const by: Past["by"] = row.by === "filter" ? "filter" : "person";
  const { author, post } = given;
  return pastOf(row.id ?? given.id ?? number, label, by, {
    ...given,
    content: given.content ?? given.text ?? given.comment,
    author: typeof author === "string" ? { name: author, url: given.url } : object(author),
    post: typeof post === "string" ? { url: pageOf(post, telling) } : object(post),
    submittedAt: timeOf(given.submittedAt ?? given.date, telling.zone),
  });
}
