import type { Seed } from "../contract/site-record.ts";
import { derive, hex, hmac, sameDigest } from "./derive.ts";

/** What a link allows: one decision on one comment as it was then, until a time (milliseconds since 1970). */
export interface Action {
  readonly id: string;
  /** It serves once: every decision and edit counts the comment's revision up, and it never comes back. */
  readonly revision: number;
  readonly expires: number;
  /** Whose link it is; undefined: of whoever reads the site's messages. */
  readonly member?: string | undefined;
}

const sign = async (master: string, site: Seed, generation: number, text: string) =>
  hex(await hmac(hex(await derive(master, site, "action", generation)), text)).slice(0, 32);

/** A word for an address. A new generation of the site's secrets ends those of the last. */
export async function actionToken(
  master: string,
  site: Seed,
  generation: number,
  { id, revision, expires, member }: Action,
): Promise<string> {
  const whose = member === undefined ? "" : `~${member}`;
  const text = `${expires.toString(36)}.${revision.toString(36)}${whose}.${id}`;
  return `${await sign(master, site, generation, text)}.${text}`;
}

const FORM =
  /^([0-9a-f]{32})\.(([0-9a-z]{1,11})\.([0-9a-z]{1,8})(?:~([a-z0-9]{16}))?\.([A-Za-z0-9._:~-]{1,128}))$/;

/** Undefined: it is not one, of another site, or too old. */
export async function readActionToken(
  master: string,
  site: Seed,
  generation: number,
  token: string,
  now: number,
): Promise<Action | undefined> {
  const [, signature = "", text = "", expires = "", revision = "", member, id = ""] = FORM.exec(token) ?? [];
  const until = Number.parseInt(expires, 36);
  if (!(until >= now) || !sameDigest(signature, await sign(master, site, generation, text))) return undefined;
  return { id, revision: Number.parseInt(revision, 36), expires: until, member };
}
