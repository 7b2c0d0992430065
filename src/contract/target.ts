import type { Settings } from "./site.ts";

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
  if (allowLocal && ["localhost", "127.0.0.1", "[::1]"].includes(target.hostname)) return undefined;
  if (target.protocol !== "https:" || target.port !== "") return "must be https on port 443";
  if (/^[\d.]+$|^\[/.test(target.hostname)) return "must be a host name, not a network address";
  if (
    !target.hostname.includes(".") ||
    /\.(localhost|local|internal|lan|home\.arpa)\.?$/.test(target.hostname)
  )
    return "must be a public host";
  const own = [...hosts, ...(url === null ? [] : [new URL(url).host])];
  return own.includes(target.host) ? undefined : `its host ${target.host} is not among the site's hosts`;
}
