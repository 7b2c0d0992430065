/** A place to go on from, as one word for an address. Its strings hold ASCII alone, as ids do. */
export const writeCursor = (place: unknown): string =>
  btoa(JSON.stringify(place)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** What the word says; undefined: it is none. */
export function readCursor(word: string): unknown {
  try {
    return JSON.parse(atob(word.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return undefined;
  }
}
