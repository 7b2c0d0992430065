import { clientAddress } from "./client-address.ts";
import type { Warning } from "./cut.ts";

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
const MOST = 20;
const LONGEST_NAME = 100;

/** The fields of a submission that were not read as nobody knows them, in it and in what it holds. */
export function ignored(meant: unknown, read: unknown): Warning[] {
  return unread(meant, read, "#")
    .slice(0, MOST)
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
