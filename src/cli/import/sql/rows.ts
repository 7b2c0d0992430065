import { Refusal } from "../../command.ts";
import { type Token, Tokens } from "./tokens.ts";

/** A row of an INSERT, its values by column. NULL is absent. */
export interface SqlRow {
  readonly table: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A table that is read: the columns that it has where the dump does not name them. */
type Columns = readonly string[];

/** The longest value: a post with all its text. */
const LONGEST = 16 * 1024 * 1024;
/** No table has so many columns. */
const MOST_VALUES = 4096;

/**
 * The rows that a dump of MySQL or MariaDB inserts, as they come. Statements may be of any length, in the shapes of
 * mysqldump (backslash escapes, many rows) and of phpMyAdmin (columns named, '' for '). Nothing is run. `wanted`: the usual
 * columns of a table that is to be read; undefined: it is not.
 */
export async function* sqlRows(
  name: string,
  chunks: AsyncIterable<string>,
  wanted: (table: string) => Columns | undefined,
): AsyncGenerator<SqlRow> {
  const tokens = new Tokens();
  const statements = new Statements(wanted);
  for await (const chunk of chunks) {
    for (const token of tokens.write(chunk)) statements.take(token);
    if (tokens.waiting > LONGEST)
      throw new Refusal(`${name}: a value is longer than ${LONGEST} characters.`, 1);
    if (statements.values > MOST_VALUES)
      throw new Refusal(`${name}: a row has more than ${MOST_VALUES} values.`, 1);
    yield* statements.rows();
  }
  for (const token of tokens.end()) statements.take(token);
  yield* statements.rows();
  if (tokens.waiting > 0 || !statements.between)
    throw new Refusal(`${name}: the dump ends in the middle of a statement.`, 1);
}

type State = "between" | "other" | "table" | "insert" | "tuples" | "tuple";

/** Follows the statements of a dump, a token at a time. */
class Statements {
  readonly #wanted: (table: string) => Columns | undefined;
  readonly #columnsOf = new Map<string, string[]>();
  #rows: SqlRow[] = [];
  #state: State = "between";
  #depth = 0;
  /** Whether the next name opens a line of a CREATE TABLE. */
  #opens = false;
  #table = "";
  #names: string[] = [];
  #columns: Columns | undefined;
  #values: (string | undefined)[] = [];
  #value: string | undefined;

  constructor(wanted: (table: string) => Columns | undefined) {
    this.#wanted = wanted;
  }

  /** Of the row or the list of columns that is being read. */
  get values(): number {
    return Math.max(this.#values.length, this.#names.length);
  }

  get between(): boolean {
    return this.#state === "between";
  }

  rows(): SqlRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  take(token: Token): void {
    if (isMark(token, ";") && this.#state !== "tuple") this.#endStatement();
    else if (this.#state === "between") this.#begin(token);
    else if (this.#state === "table") this.#inTable(token);
    else if (this.#state === "insert") this.#inInsert(token);
    else if (this.#state === "tuple") this.#inTuple(token);
    else if (this.#state === "tuples" && isMark(token, "(")) this.#beginTuple();
  }

  #begin(token: Token): void {
    const word = token.kind === "word" ? token.text.toUpperCase() : "";
    this.#table = "";
    this.#names = [];
    this.#depth = 0;
    this.#state = word === "CREATE" ? "table" : word === "INSERT" || word === "REPLACE" ? "insert" : "other";
  }

  #endStatement(): void {
    if (this.#state === "table" && this.#table !== "") this.#columnsOf.set(this.#table, this.#names);
    this.#state = "between";
  }

  #inTable(token: Token): void {
    if (isMark(token, "(")) {
      this.#depth++;
      this.#opens = this.#depth === 1;
      return;
    }
    if (isMark(token, ")")) this.#depth--;
    else if (this.#depth === 0 && this.#names.length === 0 && token.kind !== "mark") this.#table = token.text;
    else if (this.#depth === 1 && this.#opens && isColumn(token)) this.#names.push(token.text);
    this.#opens = this.#depth === 1 && isMark(token, ",");
  }

  #inInsert(token: Token): void {
    if (token.kind === "word" && /^VALUES?$/i.test(token.text)) {
      const usual = this.#wanted(this.#table);
      this.#columns =
        usual && (this.#names.length > 0 ? this.#names : (this.#columnsOf.get(this.#table) ?? usual));
      this.#state = "tuples";
    } else if (isMark(token, ".")) this.#table = "";
    else if (token.kind === "mark" || (token.kind === "word" && INSERT_WORDS.test(token.text))) return;
    else if (this.#table === "") this.#table = token.text;
    else this.#names.push(token.text);
  }

  #beginTuple(): void {
    this.#values = [];
    this.#value = undefined;
    this.#depth = 0;
    this.#state = "tuple";
  }

  /** NULL is undefined; what is no plain value is as it is written. */
  #inTuple(token: Token): void {
    if (isMark(token, "(")) this.#depth++;
    else if (isMark(token, ")")) {
      if (this.#depth-- === 0) this.#endTuple();
    } else if (isMark(token, ",") && this.#depth === 0) {
      this.#values.push(this.#value);
      this.#value = undefined;
    } else if (token.kind === "text") this.#value = token.text;
    else if (token.kind === "word" && !INTRODUCER.test(token.text))
      this.#value = /^NULL$/i.test(token.text) ? undefined : fromHex(token.text);
  }

  #endTuple(): void {
    this.#values.push(this.#value);
    this.#state = "tuples";
    if (this.#columns === undefined) return;
    const values: Record<string, string> = {};
    for (const [i, column] of this.#columns.entries()) {
      const value = this.#values[i];
      if (value !== undefined) values[column] = value;
    }
    this.#rows.push({ table: this.#table, values });
  }
}

const KEY_WORDS = /^(?:PRIMARY|UNIQUE|KEY|INDEX|FULLTEXT|SPATIAL|CONSTRAINT|FOREIGN|CHECK)$/i;
const INSERT_WORDS = /^(?:INTO|IGNORE|DELAYED|LOW_PRIORITY|HIGH_PRIORITY)$/i;
/** What stands before a text to say how it is written. */
const INTRODUCER = /^(?:_\w+|X|N)$/i;

const isMark = (token: Token, mark: string) => token.kind === "mark" && token.text === mark;

const isColumn = (token: Token) =>
  token.kind === "name" || (token.kind === "word" && !KEY_WORDS.test(token.text));

const fromHex = (word: string) =>
  /^0x(?:[0-9a-f]{2})+$/i.test(word) ? Buffer.from(word.slice(2), "hex").toString("utf8") : word;
