import type { BackupPage, Cell, TableRows } from "../../contract/upkeep.ts";
import { base64, bytesOfBase64 } from "../../platform/base64.ts";
import { jsonFault } from "../tables/stored-json.ts";

/** A page has at most so many bytes of text and blobs, one row aside; a call may carry 32 MB. */
const PAGE_BYTES = 2_000_000;

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

/** The version of the tables is this Hamlet's own. */
const isKept = (table: string, row: Readonly<Record<string, SqlStorageValue>>) =>
  !(table === "meta" && row.name === "version");

/** All tables of a site, whatever later versions add, in a fixed order. */
function tablesOf(sql: SqlStorage): Table[] {
  const names = sql
    .exec<{ name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .toArray();
  return names.map(({ name }) => {
    const columns = sql
      .exec<{ name: string; pk: number }>("SELECT name, pk FROM pragma_table_info(?)", name)
      .toArray();
    const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
    return { name, columns: columns.map((column) => column.name), key: key.map((column) => column.name) };
  });
}

/** A page of everything a site keeps, table after table by primary key. `cursor` undefined: the first. */
export function backupPage(sql: SqlStorage, cursor: string | undefined, mark: string): BackupPage {
  const tables = tablesOf(sql);
  const [name, after] =
    cursor === undefined ? [tables[0]?.name, []] : (JSON.parse(cursor) as [string, Cell[]]);
  const at = tables.findIndex((table) => table.name === name);
  const table = tables[at];
  if (!table) return { page: null, next: null, mark };
  const { rows, last } = read(sql, table, after.map(toSql));
  const following = tables[at + 1]?.name;
  const next = last
    ? JSON.stringify([table.name, last])
    : following === undefined
      ? null
      : JSON.stringify([following, []]);
  return { page: { table: table.name, columns: table.columns, rows }, next, mark };
}

/** The rows after a key; `last`: the key to go on from, if there may be more. */
function read(
  sql: SqlStorage,
  { name, columns, key }: Table,
  after: readonly SqlStorageValue[],
): { rows: Cell[][]; last: Cell[] | undefined } {
  const from = after.length > 0 ? `WHERE (${key.join(", ")}) > (${key.map(() => "?").join(", ")})` : "";
  const cursor = sql.exec(`SELECT * FROM ${name} ${from} ORDER BY ${key.join(", ")}`, ...after);
  const rows: Cell[][] = [];
  let bytes = 0;
  for (const row of cursor) {
    if (!isKept(name, row)) continue;
    const cells = columns.map((column) => toCell(row[column] ?? null));
    rows.push(cells);
    bytes += cells.reduce<number>((sum, cell) => sum + size(cell), 0);
    if (bytes >= PAGE_BYTES) return { rows, last: key.map((column) => toCell(row[column] ?? null)) };
  }
  return { rows, last: undefined };
}

/** Why rows of a backup do not fit the tables; undefined: they do, and are in. */
export function restoreRows(sql: SqlStorage, { table, columns, rows }: TableRows): string | undefined {
  const known = tablesOf(sql).find(({ name }) => name === table);
  if (!known) return `there is no table ${table}`;
  const strange = columns.find((column) => !known.columns.includes(column));
  if (strange !== undefined) return `the table ${table} has no column ${strange}`;
  const statement = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
  for (const row of rows) {
    if (row.length !== columns.length)
      return `a row of ${table} has ${row.length} values for ${columns.length} columns`;
    const fault = jsonFault(table, Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
    if (fault !== undefined) return `a row of ${table} cannot be read: ${fault}`;
    sql.exec(statement, ...row.map(toSql));
  }
  return undefined;
}

function toCell(value: SqlStorageValue): Cell {
  return value instanceof ArrayBuffer ? { base64: base64(new Uint8Array(value)) } : value;
}

function toSql(cell: Cell): SqlStorageValue {
  if (cell === null || typeof cell !== "object") return cell;
  return bytesOfBase64(cell.base64).buffer;
}

function size(cell: Cell): number {
  if (cell === null || typeof cell === "number") return 8;
  return typeof cell === "string" ? cell.length : cell.base64.length;
}
