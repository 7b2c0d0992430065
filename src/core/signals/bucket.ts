/** The largest of rising bounds that a number reaches; the first for all below. */
export function bucket(value: number, bounds: readonly number[]): number {
  let found = bounds[0] as number;
  for (const bound of bounds) if (value >= bound) found = bound;
  return found;
}
