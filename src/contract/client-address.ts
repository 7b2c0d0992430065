import * as z from "zod";

const address = z.union([z.ipv4(), z.ipv6()]);
/** What proxies and frameworks write where they know no address. */
const NONE = /^(?:|-|unknown|null|undefined|none|localhost|_.*)$/i;
/** Networks that are not of one household or company: private, loopback, link-local, shared, and none at all. */
const PRIVATE_4 =
  /^(?:0|10|127)\.|^192\.168\.|^192\.0\.0\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_6 = /^(?:::1?$|f[cd]|fe[89ab])/i;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** An element of the header Forwarded (RFC 7239), which says by whom, over what and for which host, too. */
const FORWARDED = /^(?:for|by|proto|host)\s*=|;\s*for\s*=/i;
const FOR = /(?:^|;)\s*for\s*=\s*("[^"]*"|[^;]*)/i;
/** Proxies in a row. */
const MOST = 20;

/**
 * The first public network address of what a client sent for one: a list as proxies make it, with ports, brackets or
 * zones, or what stands in the header Forwarded. Undefined: there is none, and nothing to be known by. What is no address comes back as it was sent.
 */
export function clientAddress(sent: string): string | undefined {
  const parts = sent.split(",", MOST).flatMap(separate).slice(0, MOST).map(bare);
  const known = parts.filter((part) => !NONE.test(part));
  const found = known.map((part) => address.safeParse(part).data);
  const open = found.find((one) => one !== undefined && !isPrivate(one));
  return open ?? (found.includes(undefined) ? sent : undefined);
}

/** Some proxies part addresses by blanks. */
const separate = (part: string): string[] =>
  FORWARDED.test(part.trim()) || part.trim() === "" ? [part] : part.trim().split(/[\s;]+(?!$)/);

/** An address without quotation marks, brackets, port and zone; an IPv4 address out of IPv6. */
function bare(part: string): string {
  const sent = part.trim();
  const said = FORWARDED.test(sent) ? (FOR.exec(sent)?.[1] ?? "") : sent;
  const text = said
    .trim()
    .replace(/;$/, "")
    .replace(/^"(.*)"$/, "$1");
  const inside = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  // A database may add how much of it counts, and a log write each part with three digits.
  const zoneless = inside.replace(/%[\w.-]+$/, "").replace(/\/(?:32|128)$/, "");
  const plain = MAPPED.exec(zoneless)?.[1] ?? zoneless;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) ? plain.replace(/\b0+(?=\d)/g, "") : plain;
}

const isPrivate = (ip: string): boolean => (ip.includes(":") ? PRIVATE_6.test(ip) : PRIVATE_4.test(ip));
