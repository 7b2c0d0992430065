import type { HistoryEntry } from "../../contract/history.ts";
import type { HistoryPage } from "../../service/history.ts";
import { csv } from "./csv.ts";

type Format = "csv" | "jsonl";

/** Lines fetched at once, and the most of an export: each fetch is a call to every site. */
const PAGE = 500;
const MOST_PAGES = 200;

const COLUMNS = [
  "at",
  "site",
  "comment",
  "by",
  "what",
  "because",
  "before",
  "after",
  "author",
  "text",
  "reasons",
  "person",
  "about",
  "answer",
] as const;

type ReadPage = (limit: number, cursor: string | undefined) => Promise<HistoryPage>;

/** The record as a file, fetched while it is read, so that it never stands in memory as a whole. */
export function exported(readPage: ReadPage, format: Format): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  let pages = 0;
  return new ReadableStream({
    start(controller) {
      if (format === "csv") controller.enqueue(encoder.encode(csv([COLUMNS])));
    },
    async pull(controller) {
      const { entries, next } = await readPage(PAGE, cursor);
      const lines =
        format === "csv"
          ? csv(entries.map(cells))
          : entries.map((entry) => `${JSON.stringify(plain(entry))}\n`).join("");
      if (lines !== "") controller.enqueue(encoder.encode(lines));
      cursor = next;
      pages++;
      if (next === undefined || pages >= MOST_PAGES) controller.close();
    },
  });
}

const cells = (entry: HistoryEntry): string[] => COLUMNS.map((column) => plain(entry)[column] ?? "");

/** A line as it is exported: what the page shows, times in RFC 3339. */
function plain(entry: HistoryEntry): Record<(typeof COLUMNS)[number], string | null> {
  return {
    at: new Date(entry.at).toISOString(),
    site: entry.site,
    comment: entry.comment,
    by: entry.by,
    person: entry.member ?? null,
    what: entry.what,
    because: entry.because ?? null,
    about: entry.about ?? null,
    before: entry.before,
    after: entry.after,
    author: entry.author ?? null,
    text: entry.text ?? null,
    reasons: entry.reasons?.join("; ") ?? null,
    answer: entry.said ?? null,
  };
}
