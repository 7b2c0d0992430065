/** The place of the largest of rising bounds that a number reaches; the first for all below. */
export function bucketAt(value: number, bounds: readonly number[]): number {
  let found = 0;
  for (let at = 1; at < bounds.length; at++) if (value >= (bounds[at] as number)) found = at;
  return found;
}
