import type { Seed } from "../contract/site-record.ts";
import { base64 } from "../platform/base64.ts";
import { derive, hex, hmac, seedOf } from "./derive.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Akismet's clients refuse any other length, and the key must be a DNS label. */
const KEY_LENGTH = 12;
/** The largest multiple of 36 below 256: bytes from here on would favour some characters. */
const UNBIASED = 252;

/** The site key of a generation: 12 characters of [a-z0-9], 62 bits. */
export const siteKey = (master: string, site: Seed, generation: number): Promise<string> =>
  makeKey(master, `site-key\n${seedOf(site)}\n${generation}`);

/** The key with number `n` of a site, for Akismet's routes alone; made as a site key is. */
export const akismetKey = (master: string, site: Seed, n: number): Promise<string> =>
  makeKey(master, `akismet-key\n${seedOf(site)}\n${n}`);

interface Keys extends Seed {
  readonly keys: readonly { readonly n: number; readonly scope: "site" | "akismet" }[];
}

/**
 * A key by its number, made again; undefined: the site has none with it. Site keys are made by generation, so their numbers are counted.
 * `demo`: the first key of the demo site, where it has one of its own.
 */
export async function keyWithNumber(
  master: string,
  site: Keys,
  n: number,
  demo: string | undefined,
): Promise<string | undefined> {
  const { id, keys } = site;
  const scope = keys.find((key) => key.n === n)?.scope;
  if (scope === undefined) return undefined;
  if (scope === "akismet") return akismetKey(master, site, n);
  const generation = keys.filter((key) => key.scope === "site" && key.n <= n).length;
  return id === "demo" && generation === 1 && demo !== undefined ? demo : siteKey(master, site, generation);
}

async function makeKey(master: string, message: string): Promise<string> {
  let key = "";
  for (let block = 0; key.length < KEY_LENGTH; block++) {
    const bytes = await hmac(master, `${message}\n${block}`);
    for (const byte of bytes) {
      if (byte < UNBIASED && key.length < KEY_LENGTH) key += ALPHABET[byte % ALPHABET.length];
    }
  }
  return key;
}

export const keyPattern = /^[a-z0-9]{12}$/;

/** What is stored of a key, for look-up: a keyed hash, hexadecimal. */
export async function keyHash(master: string, key: string): Promise<string> {
  return hex(await hmac(master, `key-hash\n${key.toLowerCase()}`));
}

/** A signing secret in the form of Standard Webhooks. */
export async function signingSecret(
  master: string,
  site: Seed,
  purpose: "intake" | "delivery",
  generation: number,
): Promise<string> {
  return `whsec_${base64(await derive(master, site, purpose, generation))}`;
}
