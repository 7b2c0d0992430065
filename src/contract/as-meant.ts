import * as z from "zod";

const OBJECTS = new Set(["#", "#/post", "#/parent", "#/author", "#/form"]);
/** Most databases count with numbers. */
const IDS = new Set(["#/id", "#/parent/id", "#/author/id"]);
/** Forms send texts, clocks fractions. */
const COUNTS = new Set(["#/form/elapsed", "#/form/inputs"]);
const TIMES = new Set(["#/submittedAt", "#/post/publishedAt", "#/post/modifiedAt", "#/form/shownAt"]);
const NAMES_OF_KINDS = new Set(["#/type", "#/format"]);
/** Tags that are looked at: one more than a page may have. */
const MOST_TAGS = 21;
/** To be empty says something: a comment of no words, a trap that nobody went into. */
const MAY_BE_EMPTY = new Set(["#/content", "#/form/honeypot"]);

/**
 * A submission as its client meant it: null and the empty text are no value, a number is an id, a network address may
 * have a port or stand in a list, a time a blank for its T. What cannot be understood stays as it is, to be refused by name.
 */
export function asMeant(sent: unknown, pointer = "#"): unknown {
  if (typeof sent === "number" && IDS.has(pointer) && Number.isSafeInteger(sent)) return String(sent);
  if (typeof sent === "string" && pointer === "#/author/ip") return clientAddress(sent);
  if (Array.isArray(sent) && pointer === "#/author/ip") return clientAddress(sent.join(","));
  if (pointer === "#/post/tags") return tagsOf(sent);
  if (COUNTS.has(pointer)) return countOf(sent);
  if (typeof sent === "string" && TIMES.has(pointer)) return timeOf(sent);
  if (typeof sent === "string" && NAMES_OF_KINDS.has(pointer)) return sent.toLowerCase();
  if (typeof sent === "boolean" && pointer === "#/form/honeypot") return sent ? "true" : "";
  if (typeof sent !== "object" || sent === null || Array.isArray(sent) || !OBJECTS.has(pointer)) return sent;
  return Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]) => {
      const at = `${pointer}/${name}`;
      if (value === null || (value === "" && !MAY_BE_EMPTY.has(at))) return [];
      const meant = asMeant(value, at);
      return meant === undefined ? [] : [[name, meant]];
    }),
  );
}

/** A list, or a text with commas. */
function tagsOf(sent: unknown): unknown {
  const list: unknown = typeof sent === "string" ? sent.split(",").map((tag) => tag.trim()) : sent;
  if (!Array.isArray(list)) return list;
  const tags = list.filter((tag) => tag !== null && tag !== "").slice(0, MOST_TAGS);
  return tags.map((tag: unknown) => (typeof tag === "number" ? String(tag) : tag));
}

/** A number of things or of milliseconds; undefined: less than none, as after a clock was set. */
function countOf(sent: unknown): unknown {
  const number =
    typeof sent === "string" && /^\s*-?\d{1,15}(?:\.\d{1,15})?\s*$/.test(sent) ? Number(sent) : sent;
  if (typeof number !== "number") return number;
  return number < 0 ? undefined : Math.round(number);
}

/** A time as RFC 3339 has it, where it has a blank for the T, small letters or no seconds. */
function timeOf(sent: string): string {
  const [, day, hours, seconds = ":00", zone] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)$/i.exec(sent) ?? [];
  if (day === undefined || zone === undefined) return sent;
  return `${day}T${hours}${seconds}${zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, "$1:$2")}`;
}

/** Warnings of fields that are not known, and their names, end here. */
const MOST_IGNORED = 20;
const LONGEST_NAME = 100;

/** The fields of a submission that were not read as nobody knows them, in it and in what it holds. */
export function ignored(meant: unknown, read: unknown): Warning[] {
  return unread(meant, read, "#")
    .slice(0, MOST_IGNORED)
    .map((pointer) => ({ pointer, detail: "not known: ignored" }));
}

function unread(meant: unknown, read: unknown, pointer: string): string[] {
  if (!isObject(meant) || !isObject(read)) return [];
  return Object.entries(meant).flatMap(([name, value]) => {
    const at = `${pointer}/${name.slice(0, LONGEST_NAME).replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return Object.hasOwn(read, name) ? unread(value, read[name], at) : [at];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const address = z.union([z.ipv4(), z.ipv6()]);
/** What proxies and frameworks write where they know no address. */
const NO_ADDRESS = /^(?:|-|unknown|null|undefined|none|localhost|_.*)$/i;
/** Networks that are not of one household or company: private, loopback, link-local, shared, and none at all. */
const PRIVATE_4 =
  /^(?:0|10|127)\.|^192\.168\.|^192\.0\.0\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
const PRIVATE_6 = /^(?:::1?$|f[cd]|fe[89ab])/i;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** An element of the header Forwarded (RFC 7239), which says by whom, over what and for which host, too. */
const FORWARDED = /^(?:for|by|proto|host)\s*=|;\s*for\s*=/i;
const FORWARDED_FOR = /(?:^|;)\s*for\s*=\s*("[^"]*"|[^;]*)/i;
/** Proxies in a row. */
const MOST_PROXIES = 20;

/**
 * The first public network address of what a client sent for one: a list as proxies make it, with ports, brackets or
 * zones, or what stands in the header Forwarded. Undefined: there is none, and nothing to be known by. What is no address comes back as it was sent.
 */
export function clientAddress(sent: string): string | undefined {
  const parts = sent.split(",", MOST_PROXIES).flatMap(separate).slice(0, MOST_PROXIES).map(bareAddress);
  const known = parts.filter((part) => !NO_ADDRESS.test(part));
  const found = known.map((part) => address.safeParse(part).data);
  const open = found.find((one) => one !== undefined && !isPrivate(one));
  return open ?? (found.includes(undefined) ? sent : undefined);
}

/** Some proxies part addresses by blanks. */
const separate = (part: string): string[] =>
  FORWARDED.test(part.trim()) || part.trim() === "" ? [part] : part.trim().split(/[\s;]+(?!$)/);

/** An address without quotation marks, brackets, port and zone; an IPv4 address out of IPv6. */
function bareAddress(part: string): string {
  const sent = part.trim();
  const said = FORWARDED.test(sent) ? (FORWARDED_FOR.exec(sent)?.[1] ?? "") : sent;
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

/** What became of a field that was not taken as it was sent. */
export const warning = z
  .object({ pointer: z.string().meta({ example: "#/author/name" }), detail: z.string() })
  .meta({ id: "Warning" });

export type Warning = z.output<typeof warning>;

/** A character as people see it is hardly ever longer, in UTF-16 units; one that is, is cut as well. */
const LONGEST_CHARACTER = 64;
const characters = new Intl.Segmenter();
const encoder = new TextEncoder();

/** The start of a text that is no longer than so many UTF-16 units, and ends with a whole character. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, boundary(text, limit));
}

/** The start of a text that takes at most so many bytes of UTF-8, and ends with a whole character. */
export function cutBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const { read } = encoder.encodeInto(text, new Uint8Array(bytes));
  return read === text.length ? text : text.slice(0, boundary(text, read));
}

/** The nearest boundary of characters at or before a place in a text. */
function boundary(text: string, at: number): number {
  const from = Math.max(0, at - 4 * LONGEST_CHARACTER);
  const around = text.slice(from, at + LONGEST_CHARACTER);
  const start = from + (characters.segment(around).containing(at - from)?.index ?? at - from);
  if (at - start <= LONGEST_CHARACTER) return start;
  return isLow(text.charCodeAt(at)) && isHigh(text.charCodeAt(at - 1)) ? at - 1 : at;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** The fields that were cut: texts of what was sent that are shorter in what was read of it. */
export function cuts(sent: unknown, read: unknown, pointer = "#"): Warning[] {
  if (typeof sent === "string" && typeof read === "string") {
    if (read.length >= sent.length) return [];
    const length = pointer === CONTENT ? `${encoder.encode(read).length} bytes` : `${read.length} characters`;
    return [{ pointer, detail: `cut to ${length}` }];
  }
  if (typeof sent !== "object" || typeof read !== "object" || sent === null || read === null) return [];
  const members = new Map(Object.entries(sent));
  return Object.entries(read).flatMap(([name, value]) =>
    cuts(members.get(name), value, `${pointer}/${name}`),
  );
}

/** What is told of a submission whose fields were not all taken as they were meant. */
export const warningsOf = (meant: unknown, read: unknown): Warning[] =>
  isTakenWhole(meant, read) ? [] : [...cuts(meant, read), ...ignored(meant, read)];

/** Whether nothing was cut or left out: so it nearly always is, and it takes no field's name to tell. */
function isTakenWhole(meant: unknown, read: unknown): boolean {
  if (typeof meant === "string") return typeof read !== "string" || read.length >= meant.length;
  if (typeof meant !== "object" || typeof read !== "object" || meant === null || read === null) return true;
  const members = read as Readonly<Record<string, unknown>>;
  return Object.entries(meant).every(
    ([name, value]) => Object.hasOwn(members, name) && isTakenWhole(value, members[name]),
  );
}

const CONTENT = "#/content";

/** Whether it was the content that was cut: what is not read whole, a person has to see. */
export const contentCut = (warnings: readonly Warning[]): boolean =>
  warnings.some(({ pointer }) => pointer === CONTENT);
