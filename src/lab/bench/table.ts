/** Prints rows under a title, the columns aligned. */
export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => (row[i] ?? "").length)));
  const print = (row: readonly string[]) =>
    console.log(
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join("  "),
    );
  console.log(`\n${title}`);
  print(head);
  for (const row of rows) print(row);
}

export const ms = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(1));
export const whole = (value: number): string => Math.round(value).toLocaleString("en");
