import type { Seed } from "../contract/site-record.ts";
import { MINUTE } from "../platform/clock.ts";
import { derive, hex, hmac, sameDigest } from "./derive.ts";

/** For so long its author may change or delete a comment, milliseconds. */
export const EDITABLE = 15 * MINUTE;

/** A comment, by its id and by when it came: one of the same id that came later is another. */
interface Written {
  readonly id: string;
  readonly arrived: number;
}

const sign = async (master: string, site: Seed, { id, arrived }: Written) =>
  hex(await hmac(hex(await derive(master, site, "author", 0)), `${arrived.toString(36)}\n${id}`)).slice(
    0,
    32,
  );

/** A word by which a browser proves later that the comment came from it. Nothing is stored. */
export async function authorToken(master: string, site: Seed, written: Written): Promise<string> {
  return `${written.arrived.toString(36)}.${await sign(master, site, written)}`;
}

/** When the comment came that a token is for; "forged": it is none, or another's; "late": it was good once. */
export async function readAuthorToken(
  master: string,
  site: Seed,
  { id, token, now }: { readonly id: string; readonly token: string; readonly now: number },
): Promise<number | "forged" | "late"> {
  const [, time = "", signature = ""] = /^([0-9a-z]{1,11})\.([0-9a-f]{32})$/.exec(token) ?? [];
  const arrived = Number.parseInt(time, 36);
  if (!(arrived >= 0) || !sameDigest(signature, await sign(master, site, { id, arrived }))) return "forged";
  return now - arrived > EDITABLE ? "late" : arrived;
}
