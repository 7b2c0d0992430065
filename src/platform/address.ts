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

/** Endings of names that belong to a private network, to one machine, or to nobody (RFC 6761, 6762 G, 8375, 9476, ICANN). */
const PRIVATE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|intra|private|corp|home|mail|lan|workgroup|consul|docker|test|arpa|svc|invalid|onion|alt)$/;

/** Public names that stand for whatever address is written in them, or for this machine. */
const ADDRESS_IN_NAME =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|traefik\.me|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|1u\.ms|rbndr\.us)$/;

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Why nothing must be sent to an address; undefined: it may. https on the standard port, and no literal addresses: URL parsing
 * has turned every spelling of one (octal, decimal, IPv6) into its canonical form before this looks.
 */
export function publicFault(address: string, allowLocal: boolean): string | undefined {
  if (!URL.canParse(address)) return "not an address";
  const target = new URL(address);
  if (target.username !== "" || target.password !== "") return "must not hold a user name or password";
  if (allowLocal && LOCAL.includes(target.hostname)) return undefined;
  if (target.protocol !== "https:" || target.port !== "") return "must be https on port 443";
  const name = target.hostname.replace(/\.$/, "");
  if (/^[\d.]+$|^\[/.test(name)) return "must be a host name, not a network address";
  return name.includes(".") && !PRIVATE.test(name) && !ADDRESS_IN_NAME.test(name)
    ? undefined
    : "must be a public host";
}

/** An address as a stranger's page is fetched: by https, so that whoever answers has shown to be of that name. Of this machine, as it is. */
export function secured(address: string, allowLocal: boolean): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  if (url.protocol === "http:" && !(allowLocal && LOCAL.includes(url.hostname))) url.protocol = "https:";
  return url.href;
}

/** Why events must not be sent to an address; undefined: they may. Only hosts that the owner registered. */
export function targetFault(
  address: string,
  { hosts, url }: { readonly hosts: readonly string[]; readonly url: string | null },
  allowLocal: boolean,
): string | undefined {
  const fault = publicFault(address, allowLocal);
  if (fault !== undefined) return fault;
  const target = new URL(address);
  if (allowLocal && LOCAL.includes(target.hostname)) return undefined;
  const own = [...hosts, ...(url === null ? [] : [new URL(url).host])];
  return own.includes(target.host) ? undefined : `its host ${target.host} is not among the site's hosts`;
}
