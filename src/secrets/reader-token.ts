import { hex, hmac, sameDigest } from "./derive.ts";

/** What a link in a mail to a reader opens; a link for one opens none of the others. */
export type ReaderLink = "confirm" | "leave" | "erase";

/** Whose link it is: a request, by its site and name there, until a time (milliseconds since 1970). */
export interface Linked {
  readonly site: string;
  readonly id: string;
  readonly expires: number;
}

const sign = async (master: string, kind: ReaderLink, text: string) =>
  hex(await hmac(master, `reader's link: ${kind}\n${text}`)).slice(0, 32);

/** A word for an address. Nothing is stored of it. */
export async function readerToken(master: string, kind: ReaderLink, linked: Linked): Promise<string> {
  const text = `${linked.expires.toString(36)}.${linked.id}.${linked.site}`;
  return `${await sign(master, kind, text)}.${text}`;
}

const FORM = /^([0-9a-f]{32})\.(([0-9a-z]{1,11})\.([0-9a-f]{32})\.([a-z0-9-]{1,40}))$/;

/** Undefined: it is not one, for something else, or too old. */
export async function readReaderToken(
  master: string,
  kind: ReaderLink,
  token: string,
  now: number,
): Promise<Linked | undefined> {
  const [, signature = "", text = "", until = "", id = "", site = ""] = FORM.exec(token) ?? [];
  const expires = Number.parseInt(until, 36);
  if (!(expires >= now) || !sameDigest(signature, await sign(master, kind, text))) return undefined;
  return { site, id, expires };
}
