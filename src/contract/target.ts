import type { Settings } from "./site.ts";

/** Endings of names that belong to a private network, to one machine, or to nobody (RFC 6761, 6762 G, 8375, ICANN). */
const PRIVATE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|consul|docker|test|arpa|svc|invalid|onion)$/;

/** Public names that stand for whatever address is written in them, or for this machine. */
const ADDRESS_IN_NAME =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|traefik\.me|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|1u\.ms|rbndr\.us)$/;

const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Why events must not be sent to an address; undefined: they may. Only hosts that the owner registered, https on the
 * standard port, and no literal addresses: URL parsing has turned every spelling of one (octal, decimal, IPv6) into
 * its canonical form before this looks.
 */
export function targetFault(
  address: string,
  { hosts, url }: Pick<Settings, "hosts" | "url">,
  allowLocal: boolean,
): string | undefined {
  if (!URL.canParse(address)) return "not an address";
  const target = new URL(address);
  if (target.username !== "" || target.password !== "") return "must not hold a user name or password";
  if (allowLocal && LOCAL.includes(target.hostname)) return undefined;
  if (target.protocol !== "https:" || target.port !== "") return "must be https on port 443";
  const name = target.hostname.replace(/\.$/, "");
  if (/^[\d.]+$|^\[/.test(name)) return "must be a host name, not a network address";
  if (!name.includes(".") || PRIVATE.test(name) || ADDRESS_IN_NAME.test(name)) return "must be a public host";
  const own = [...hosts, ...(url === null ? [] : [new URL(url).host])];
  return own.includes(target.host) ? undefined : `its host ${target.host} is not among the site's hosts`;
}
