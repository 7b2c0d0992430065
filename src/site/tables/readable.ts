import { log } from "../../platform/log.ts";

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
