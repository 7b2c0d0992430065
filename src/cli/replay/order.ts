/** Rows by time, equal or missing times in file order. */
export function inTimeOrder<T extends { readonly at: number | undefined }>(rows: readonly T[]): T[] {
  return rows
    .map((row, i) => ({ row, i }))
    .sort((a, b) => (a.row.at ?? 0) - (b.row.at ?? 0) || a.i - b.i)
    .map(({ row }) => row);
}
