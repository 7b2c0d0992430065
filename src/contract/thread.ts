/** The page that an address names, if it is on one of these hosts; undefined: it is not, or no page's address. */
export function ownPage(address: string, hosts: readonly string[]): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  const page = new URL(address);
  page.hash = "";
  const isPlain = /^https?:$/.test(page.protocol) && page.username === "" && page.password === "";
  return isPlain && hosts.includes(page.host) ? page : undefined;
}

/**
 * What the comments of one page are found by: its address without the scheme and the fragment, and without what servers add at
 * its end or leave out.
 */
export function threadOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const { host, pathname, search } = new URL(address);
  return `${host}${pathname.replace(/\/index\.html?$/, "/").replace(/\/$/, "")}${search}`;
}
