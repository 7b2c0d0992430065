import type { KeyRecord, Seed } from "../contract/site-record.ts";
import { base64 } from "../platform/base64.ts";
import { derive, hex, hmac, seedOf } from "./derive.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** WordPress' form for an Akismet key throws all other characters away. */
const HEX = "0123456789abcdef";
/** Akismet's clients refuse any other length, and the key must be a DNS label. */
const KEY_LENGTH = 12;

/** The site key of a generation: 12 characters of [a-z0-9], 62 bits. */
export const siteKey = (master: string, site: Seed, generation: number): Promise<string> =>
  makeKey(master, `site-key\n${seedOf(site)}\n${generation}`, LETTERS);

/** The key with number `n` of a site, for Akismet's routes alone: 12 characters of [0-9a-f], 48 bits; older ones are made as a site key is. */
export const akismetKey = (
  master: string,
  site: Seed,
  { n, form }: Pick<KeyRecord, "n" | "form">,
): Promise<string> => makeKey(master, `akismet-key\n${seedOf(site)}\n${n}`, form === "hex" ? HEX : LETTERS);

interface Keys extends Seed {
  readonly keys: readonly Pick<KeyRecord, "n" | "scope" | "form">[];
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
  const known = keys.find((key) => key.n === n);
  if (known === undefined) return undefined;
  if (known.scope === "akismet") return akismetKey(master, site, known);
  const generation = keys.filter((key) => key.scope === "site" && key.n <= n).length;
  return id === "demo" && generation === 1 && demo !== undefined ? demo : siteKey(master, site, generation);
}

async function makeKey(master: string, message: string, alphabet: string): Promise<string> {
  // The largest multiple of its length: bytes from here on would favour some characters.
  const unbiased = 256 - (256 % alphabet.length);
  let key = "";
  for (let block = 0; key.length < KEY_LENGTH; block++) {
    const bytes = await hmac(master, `${message}\n${block}`);
    for (const byte of bytes) {
      if (byte < unbiased && key.length < KEY_LENGTH) key += alphabet[byte % alphabet.length];
    }
  }
  return key;
}

export const keyPattern = /^[a-z0-9]{12}$/;

/** What is stored of a key, for look-up: a keyed hash, hexadecimal. */
export async function keyHash(master: string, key: string): Promise<string> {
  return hex(await hmac(master, `key-hash\n${key.toLowerCase()}`));
}

/**
 * What another comment system proves itself with: letters and digits alone, so that it fits into addresses, headers and
 * settings of any kind; webmention.io takes no more than 50.
 */
export async function receiverSecret(master: string, site: Seed, generation: number): Promise<string> {
  return hex(await derive(master, site, "receiver", generation)).slice(0, 40);
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
