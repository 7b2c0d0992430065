import type { Seed } from "../contract/site-record.ts";
import { DAY } from "../platform/clock.ts";
import { derive, hex, hmac, sameDigest } from "./derive.ts";

const sign = async (master: string, site: Seed, text: string) =>
  hex(await hmac(hex(await derive(master, site, "form", 0)), text)).slice(0, 24);

/** A word by which a form proves later when it asked for it. Nothing is stored, so that it may come back more than once. */
export async function formToken(master: string, site: Seed, now: number): Promise<string> {
  const text = now.toString(36);
  return `${text}.${await sign(master, site, text)}`;
}

/** What a form's token tells the filter; undefined: the page was open for more than a day, and it tells nothing. */
export async function readFormToken(
  master: string,
  site: Seed,
  token: string,
  now: number,
): Promise<{ readonly token: "passed" | "failed"; readonly elapsed?: number } | undefined> {
  const [, text = "", signature = ""] = /^([0-9a-z]{1,11})\.([0-9a-f]{24})$/.exec(token) ?? [];
  const elapsed = now - Number.parseInt(text, 36);
  if (!(elapsed >= 0) || !sameDigest(signature, await sign(master, site, text))) return { token: "failed" };
  return elapsed > DAY ? undefined : { token: "passed", elapsed };
}
