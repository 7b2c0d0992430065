import { existsSync, readFileSync, statSync } from "node:fs";
import initSqlJs, { type Database } from "sql.js";
import { Refusal } from "../../command.ts";
import { textOf } from "../decode.ts";
import { type Format, pageOf, type Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { jsonRows, object, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** A database is read whole into memory. */
const LARGEST = 256 * 1024 * 1024;

/** The database of Isso. It keeps no spam: what is refused there is deleted. */
export const issoDatabase: Format = {
  name: "isso-sqlite",
  system: "isso",
  about: "Isso: its database, comments.db",
  recognises: (start) => start.startsWith("SQLite format 3\0"),
  async *read(inputs, telling) {
    for (const input of inputs) {
      const database = await opened(input);
      try {
        yield* commentsOf(database, input.name, telling);
      } finally {
        database.close();
      }
    }
  },
};

async function opened({ name, path }: Input): Promise<Database> {
  if (path === undefined) throw new Refusal(`${name}: unpack the database first.`, 1);
  if (statSync(path).size > LARGEST)
    throw new Refusal(`${name}: a database of more than ${LARGEST / 1024 / 1024} MB; export it as JSON.`, 1);
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)
    throw new Refusal(
      `${name}: the newest comments are still in ${name}-wal. Stop Isso, or run: sqlite3 ${name} "PRAGMA wal_checkpoint(TRUNCATE)"`,
      1,
    );
  const { Database: SqlDatabase } = await initSqlJs();
  return new SqlDatabase(readFileSync(path));
}

function* commentsOf(database: Database, name: string, telling: Telling): Generator<Read> {
  const threads = new Map(
    [...rows(database, "SELECT * FROM threads", name)].map((row) => [text(row.id), row]),
  );
  for (const row of rows(database, "SELECT * FROM comments ORDER BY id", name)) {
    const thread = threads.get(text(row.tid));
    yield commentOf(row, { url: pageOf(text(thread?.uri), telling), title: text(thread?.title) });
  }
}

/** The rows of a query, by whatever columns this version has. */
function* rows(database: Database, query: string, name: string): Generator<Row> {
  try {
    refuseViews(database, name);
    const statement = database.prepare(query);
    while (statement.step()) yield statement.getAsObject() as Row;
    statement.free();
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    throw new Refusal(`${name}: it is no database of Isso, or damaged (${(failure as Error).message}).`, 1);
  }
}

/** What is no plain table may have rows without end. */
function refuseViews(database: Database, name: string): void {
  const [found] = database.exec(
    "SELECT name FROM sqlite_master WHERE name IN ('comments', 'threads') AND (type <> 'table' OR sql NOT LIKE 'CREATE TABLE%')",
  );
  if (found) throw new Refusal(`${name}: it is no database of Isso: ${found.values[0]?.[0]} is no table.`, 1);
}

/** Isso's own numbers for what became of a comment. */
const MODES: Readonly<Record<string, "ham" | "pending">> = { "1": "ham", "2": "pending" };

function commentOf(row: Row, post: { url: string | undefined; title: string | undefined }): Read {
  const label = MODES[text(row.mode) ?? "1"];
  if (label === undefined) return { leftOut: "deleted" };
  return pastOf(row.id, label, "person", {
    format: "markdown",
    content: row.text,
    post,
    parent: { id: row.parent },
    author: { name: row.author, email: row.email, url: row.website },
    submittedAt: timeOf(row.created),
  });
}

/** The JSON that Isso takes from others: threads, each with its comments. */
export const issoJson: Format = {
  name: "isso-json",
  system: "isso",
  about: "Isso: generic JSON, as isso import -t generic takes it",
  recognises: (start) =>
    /^\s*\[\s*\{/.test(start) && /"comments"\s*:\s*\[/.test(start) && /"remote_addr"|"website"/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const thread of jsonRows(input.name, textOf(input, telling.encoding))) {
        const post = { url: pageOf(text(thread.id), telling), title: text(thread.title) };
        if (!Array.isArray(thread.comments)) continue;
        for (const [i, comment] of thread.comments.entries()) {
          const row = object(comment);
          // Ids are free to be missing here.
          yield commentOf({ ...row, id: row.id ?? `${text(thread.id)}#${i}`, mode: 1 }, post);
        }
      }
  },
};
