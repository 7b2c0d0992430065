import type { Network } from "../contract/intake.ts";
import { DAY } from "../platform/clock.ts";
import { derive, hex, hmac } from "./derive.ts";

/** A salt for network addresses lives this long, and is tried for as long again. */
const SALT_DAYS = 90;

const hashHex = async (secret: Uint8Array, value: string) => hex(await hmac(hex(secret), value)).slice(0, 24);

/** The mail address's keyed hash, the same for ever on one site. */
export async function mailHash(master: string, site: string, mail: string): Promise<string> {
  return hashHex(await derive(master, site, "mail", 0), mail.trim().toLowerCase());
}

/** The browser token's keyed hash. */
export async function browserHash(master: string, site: string, token: string): Promise<string> {
  return hashHex(await derive(master, site, "browser", 0), token);
}

/** The network address's keyed hashes at `now` (milliseconds since 1970). */
export async function networkHashes(master: string, site: string, ip: string, now: number): Promise<Network> {
  const period = Math.floor(now / (SALT_DAYS * DAY));
  const [present, before] = await Promise.all([
    derive(master, site, "network", period),
    derive(master, site, "network", period - 1),
  ]);
  const prefix = networkPrefix(ip);
  const [w0, w1, p0, p1] = await Promise.all([
    hashHex(present, ip),
    hashHex(before, ip),
    hashHex(present, prefix),
    hashHex(before, prefix),
  ]);
  return { whole: [w0, w1], prefix: [p0, p1] };
}

/** The /24 of an IPv4 address, the /48 of an IPv6 one (its first three groups, `::` filled in). */
export function networkPrefix(ip: string): string {
  const mapped = ip.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (mapped.includes(".") && !mapped.includes(":")) return `${mapped.split(".").slice(0, 3).join(".")}.0/24`;
  const [head = "", tail] = mapped.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups =
    tail === undefined
      ? left
      : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  const first = groups.slice(0, 3).map((group) => Number.parseInt(group, 16).toString(16));
  return `${first.join(":")}::/48`;
}

/** A mail address as a moderator sees it: the domain whole, of the name its first letter. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf("@");
  if (at < 1) return "…";
  return `${[...mail.slice(0, at)][0]}…${mail.slice(at)}`;
}
