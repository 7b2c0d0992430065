/**
 * Parts of a request's own address, which the platform has read already: whole, normalised and without a fragment.
 * To read a long one again takes long.
 */

const afterHost = (url: string): number => url.indexOf("/", url.indexOf("://") + 3);

export const originOf = (url: string): string => url.slice(0, afterHost(url));

/** The path with its query. */
export const pathOf = (url: string): string => url.slice(afterHost(url));

/** What follows the question mark; empty: nothing does. */
export function queryOf(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}

export const isSecure = (url: string): boolean => url.startsWith("https:");
