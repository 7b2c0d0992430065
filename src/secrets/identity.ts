import type { Network } from "../contract/intake.ts";
import type { Seed } from "../contract/site-record.ts";
import { DAY } from "../platform/clock.ts";
import { derive, hex, hmac } from "./derive.ts";
import { networkPrefix } from "./network.ts";

/** A salt for network addresses lives this long, and is tried for as long again. */
const SALT_DAYS = 90;

const hashHex = async (secret: Uint8Array, value: string) => hex(await hmac(hex(secret), value)).slice(0, 24);

/** The mail address's keyed hash, the same for ever on one site. */
export async function mailHash(master: string, site: Seed, mail: string): Promise<string> {
  return hashHex(await derive(master, site, "mail", 0), mail.trim().toLowerCase());
}

/** The browser token's keyed hash. */
export async function browserHash(master: string, site: Seed, token: string): Promise<string> {
  return hashHex(await derive(master, site, "browser", 0), token);
}

/** The network address's keyed hashes at `now` (milliseconds since 1970). */
export async function networkHashes(master: string, site: Seed, ip: string, now: number): Promise<Network> {
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

/** A mail address as a moderator sees it: the domain whole, of the name its first letter. */
export function maskMail(mail: string): string {
  const at = mail.lastIndexOf("@");
  if (at < 1) return "…";
  return `${[...mail.slice(0, at)][0]}…${mail.slice(at)}`;
}
