import type { Warning } from "../contract/as-meant.ts";
import type { Intake, Network } from "../contract/intake.ts";
import type { Seed } from "../contract/site-record.ts";
import { commentOf, type Submission } from "../contract/submission.ts";
import { DAY, dayOf } from "../platform/clock.ts";
import { derive, hex, hmac } from "./derive.ts";

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

/** The eight groups of an address, an IPv4 one in the last two after ffff; undefined: it is none. */
function groupsOf(ip: string): readonly number[] | undefined {
  const url = `http://[${ip.includes(":") ? ip : `::ffff:${ip}`}]/`;
  if (!URL.canParse(url)) return undefined;
  const [head = "", tail] = new URL(url).hostname.slice(1, -1).split("::");
  const read = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const [left, right] = [read(head), read(tail ?? "")];
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}

/** Starts of IPv6 addresses that carry an IPv4 one: mapped, and translated by NAT64. */
const CARRIERS = ["0,0,0,0,0,65535", "100,65435,0,0,0,0"];

/** The IPv4 address in an address, as four numbers; undefined: there is none. */
function ipv4In(groups: readonly number[]): readonly number[] | undefined {
  if (!CARRIERS.includes(groups.slice(0, 6).join(","))) return undefined;
  return groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
}

/** The /24 of an IPv4 address, the /48 of an IPv6 one. */
export function networkPrefix(ip: string): string {
  const groups = groupsOf(ip) ?? [];
  const ipv4 = ipv4In(groups);
  if (ipv4) return `${ipv4.slice(0, 3).join(".")}.0/24`;
  return `${inHex(groups.slice(0, 3))}::/48`;
}

const inHex = (groups: readonly number[]): string => groups.map((group) => group.toString(16)).join(":");

/** By what calls are counted: an IPv4 address, but the /64 of an IPv6 one, as whoever has one of them has them all. */
export function callerAt(ip: string): string {
  const groups = groupsOf(ip);
  return groups && !ipv4In(groups) ? `${inHex(groups.slice(0, 4))}::/64` : ip;
}

/** IPv4 addresses of nobody in particular, by their first two numbers: private, shared by a provider's customers, loopback, link-local, reserved. */
function isLocalIpv4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100) return b >= 64 && b < 128;
  if (a === 172) return b >= 16 && b < 32;
  return (a === 169 && b === 254) || (a === 192 && b === 168) || (a === 198 && (b === 18 || b === 19));
}

/** Whether an address is a network's on the Internet: any other is a proxy's or a neighbour's, and says nothing of a person. */
export function isPublicAddress(ip: string): boolean {
  const groups = groupsOf(ip);
  if (!groups) return false;
  const ipv4 = ipv4In(groups);
  if (ipv4) return !isLocalIpv4(ipv4);
  const [first = 0] = groups;
  // Unspecified, loopback and all else below 100::; unique local, link-local, site-local, multicast.
  return first >= 0x100 && first < 0xfc00;
}

interface Sent {
  readonly submission: Submission;
  /** What was cut of it. */
  readonly warnings: readonly Warning[];
  /** Its content as what makes it this submission, where a client writes one and the same in several ways. */
  readonly same?: Submission;
}

/**
 * Makes a submission ready for the site object: names it, hashes its content, replaces its addresses by keyed
 * hashes.
 */
export async function intakeOf(
  { submission, warnings, same = submission }: Sent,
  record: Seed,
  master: string,
  now: number,
): Promise<Intake> {
  const { author, recheckReason, test } = submission;
  const [hash, mail, network, browser] = await Promise.all([
    contentHash(same, record, master),
    author.email === undefined ? undefined : mailHash(master, record, author.email),
    author.ip === undefined || !isPublicAddress(author.ip)
      ? undefined
      : networkHashes(master, record, author.ip, now),
    author.browser === undefined ? undefined : browserHash(master, record, author.browser),
  ]);
  const day = dayOf(now);
  const given = submission.id;
  const [id, alias] =
    given === undefined ? await Promise.all([madeId(hash, day), madeId(hash, day - 1)]) : [given, undefined];
  return {
    id,
    alias,
    comment: commentOf(submission, now, warnings),
    hash,
    mail,
    network,
    browser,
    arrived: now,
    recheckReason,
    test,
  };
}

/** What makes a submission this one and not another: a changed name or link is an edit too. */
async function contentHash(submission: Submission, site: Seed, master: string): Promise<string> {
  const key = await derive(master, site, "content", 0);
  return hex(await hmac(hex(key), identityOf(submission)));
}

const identityOf = ({ content, author, post, type }: Submission): string =>
  JSON.stringify(
    [content, author.name, author.email, author.url, post.url, type].map((part) => part ?? null),
  );

/** An id for a submission that came without: the same for the same content on one day. */
const madeId = async (hash: string, day: number) => `h-${hex(await hmac(hash, String(day))).slice(0, 24)}`;

/**
 * The guid of a comment that an Akismet client does not name: 32 hexadecimal digits, the same for the same
 * page, answered comment, author, mail, website and content whenever it is asked about, so that a recheck is the same
 * comment; and another for any other content, so that nobody rewrites a comment by writing under its author's name.
 */
export async function madeGuid(submission: Submission, site: Seed, master: string): Promise<string> {
  const key = await derive(master, site, "content", 0);
  const answered = submission.parent?.id === undefined ? "" : `\n${submission.parent.id}`;
  return hex(await hmac(hex(key), `guid\n${identityOf(submission)}${answered}`)).slice(0, 32);
}
