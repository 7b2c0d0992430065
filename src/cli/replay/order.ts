/** Rows by date, equal or missing dates in file order. */
export function inDateOrder<T extends { readonly date?: string | undefined }>(rows: readonly T[]): T[] {
  const time = ({ date }: T) => (date === undefined ? 0 : Date.parse(date) || 0);
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => time(a.row) - time(b.row) || a.i - b.i)
    .map(({ row }) => row);
}
