/** Whether a character stands in a text more often than so many times. */
export function hasMore(character: string, most: number, text: string): boolean {
  let at = text.indexOf(character);
  for (let count = 0; at >= 0 && count < most; count++) at = text.indexOf(character, at + 1);
  return at >= 0;
}
