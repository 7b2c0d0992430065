import { log } from "../../platform/log.ts";

/** A row as SQLite gives it. */
export type Stored = Record<string, SqlStorageValue>;

/** Rows as the platform counts and bills them; an index entry is a row. */
export interface Usage {
  readonly rowsRead: number;
  readonly rowsWritten: number;
}

interface Rows<T> {
  readonly toArray: () => T[];
  readonly one: () => T;
  readonly rowsWritten: number;
}

/** SQL of one site object, with the rows it has cost since the object woke. */
export class Sql {
  readonly #storage: DurableObjectStorage;
  #rowsRead = 0;
  #rowsWritten = 0;

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage;
  }

  get usage(): Usage {
    return { rowsRead: this.#rowsRead, rowsWritten: this.#rowsWritten };
  }

  /** Runs one statement to its end. Throws what SQLite throws. */
  exec<T extends Stored = Stored>(statement: string, ...values: SqlStorageValue[]): Rows<T> {
    const cursor = this.#storage.sql.exec<T>(statement, ...values);
    const rows = cursor.toArray();
    this.#rowsRead += cursor.rowsRead;
    this.#rowsWritten += cursor.rowsWritten;
    const one = () => {
      const [row] = rows;
      if (row === undefined || rows.length > 1) throw new Error(`one row was expected, not ${rows.length}`);
      return row;
    };
    return { toArray: () => rows, one, rowsWritten: cursor.rowsWritten };
  }

  /** All or nothing. */
  transaction<T>(work: () => T): T {
    return this.#storage.transactionSync(work);
  }
}

/** Rows decoded; one that cannot be is named in the log and left out, so that it keeps nobody from the others. */
export function readable<Row, T>(rows: readonly Row[], decode: (row: Row) => T, table: string): T[] {
  return rows.flatMap((row) => {
    try {
      return [decode(row)];
    } catch (failure) {
      log("error", "stored value unreadable", { what: `a row of ${table}`, failure });
      return [];
    }
  });
}
