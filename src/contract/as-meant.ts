import { clientAddress } from "./client-address.ts";
import type { Warning } from "./cut.ts";

const OBJECTS = new Set(["#", "#/post", "#/parent", "#/author", "#/form"]);
/** Most databases count with numbers. */
const IDS = new Set(["#/id", "#/parent/id", "#/author/id"]);
/** To be empty says something: a comment of no words, a trap that nobody went into. */
const MAY_BE_EMPTY = new Set(["#/content", "#/form/honeypot"]);

/**
 * A submission as its client meant it: null and the empty text are no value, a number is an id, a network address may
 * have a port or stand in a list. What cannot be understood stays as it is, to be refused by name.
 */
export function asMeant(sent: unknown, pointer = "#"): unknown {
  if (typeof sent === "number" && IDS.has(pointer) && Number.isSafeInteger(sent)) return String(sent);
  if (typeof sent === "string" && pointer === "#/author/ip") return clientAddress(sent);
  if (Array.isArray(sent) && pointer === "#/author/ip") return clientAddress(sent.join(","));
  if (Array.isArray(sent) && pointer === "#/post/tags")
    return sent.filter((tag) => tag !== null && tag !== "");
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
