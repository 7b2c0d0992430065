import { labels, type Row, readRows, refuse } from "../../cli/reading/labelled.ts";
import { textOf } from "../../cli/reading/text.ts";
import type { Comment, CommentType } from "../../core/comment.ts";
import { hash } from "../../core/hash.ts";

/** A labelled comment with what the corpora of WordPress sites know beyond its text. */
export interface DumpRow extends Row {
  readonly lang?: string;
  readonly type?: string;
  readonly ua?: string;
  readonly mailDomain?: string;
  /** The local part: a, A and 9 for letters and digits. */
  readonly mailShape?: string;
}

/** The labelled comments of a file: in the corpora's form with all that it says, else as submissions. Refuses what is no row. */
export function readDump(file: string): DumpRow[] {
  const lines = textOf(file).split("\n");
  const rows: DumpRow[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const row = jsonOf(line);
    if (typeof row?.text !== "string") return readRows(file);
    if (!labels.includes(row.label as DumpRow["label"]))
      refuse(`${file}, line ${i + 1}: label: ${labels.join(", ")} was expected`);
    rows.push({ ...(row as unknown as DumpRow), source: row.source ?? file });
  }
  return rows;
}

function jsonOf(line: string): Partial<Record<keyof DumpRow, string>> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const TYPES = new Set(["pingback", "trackback", "contact-form"]);
const LETTERS = "aeioukmtrsnlpbdgfhv";

/** The comment of a row, with a mail address of the row's shape. */
export function commentOfDump(row: DumpRow, format: Comment["format"]): Comment {
  return {
    type: TYPES.has(row.type ?? "") ? (row.type as CommentType) : "comment",
    format,
    content: row.text,
    post: {},
    author: {
      name: row.author,
      url: row.url === "" ? undefined : row.url,
      email: row.mailDomain ? `${localPart(row)}@${row.mailDomain}` : undefined,
      userAgent: row.ua,
    },
  };
}

/** Letters and digits of the shape, the same for the same text. */
function localPart({ mailShape = "aaaa", text }: DumpRow): string {
  let state = hash(text);
  return mailShape.replace(/[aA9]/g, (kind) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const number = state >>> 16;
    if (kind === "9") return String(number % 10);
    const letter = LETTERS[number % LETTERS.length] as string;
    return kind === "A" ? letter.toUpperCase() : letter;
  });
}
