import papaparse from "papaparse";

/**
 * Where a formula could start: at a cell's beginning, after its line breaks, and after what separates cells elsewhere;
 * spaces, what nobody sees and quotes before it count for nothing. Full-width signs are read as the others.
 */
const FORMULA = /(^|[\r\n\t;])([\s\p{C}"'`]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu;

/** A cell that a spreadsheet takes for text. */
const asText = (cell: string): string =>
  cell.replace(FORMULA, (_, before: string, run: string) => `${before}'${run === "" ? "" : `${run}'`}`);

/** Rows as CSV, with a line break at the end. Every export goes through here. */
export function csv(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `${papaparse.unparse(rows.map((row) => row.map(asText)))}\r\n`;
}
