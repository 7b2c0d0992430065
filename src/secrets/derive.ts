import type { Seed } from "../contract/site-record.ts";
import { remembers } from "../platform/isolate.ts";

const encoder = new TextEncoder();

/** A site's part in a derivation: a site made again under the id of a deleted one is another. */
export const seedOf = ({ id, nonce }: Seed): string => (nonce === undefined ? id : `${id}.${nonce}`);

/** What a derived secret is for; two purposes never share one. */
export type Purpose =
  | "intake"
  | "delivery"
  | "receiver"
  | "mail"
  | "network"
  | "browser"
  | "content"
  | "csrf"
  | "action"
  | "form"
  | "author"
  | "work"
  | "seal"
  | "reader";

/** Keys that this isolate made of the secrets it used last: to make one costs as much as to sign with it. */
const keys = new Map<string, CryptoKey>();
const MOST_KEYS = 200;
/** Secrets that were derived last: of one comment there are four, the same for all comments of a site. */
const derived = new Map<string, Uint8Array<ArrayBuffer>>();
const MOST_DERIVED = 500;
/** What secrets are compared under: made when it is first wanted, known to nobody else. */
let blind: string | undefined;
remembers(() => {
  keys.clear();
  derived.clear();
});

/** HMAC-SHA-256 of a message, 32 bytes. */
export async function hmac(secret: string, message: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = keys.get(secret) ?? (await keptKey(secret));
  return new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(message)));
}

async function keptKey(secret: string): Promise<CryptoKey> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(secret, key);
  return key;
}

/**
 * The secret of a site for one purpose and generation, from HAMLET_SECRET. Parts are joined by characters
 * that no site id holds, so that no two derivations meet.
 */
export async function derive(
  master: string,
  site: Seed,
  purpose: Purpose,
  generation: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = `${purpose}\n${seedOf(site)}\n${generation}`;
  const name = `${master}\n${parts}`;
  const secret = derived.get(name) ?? (await hmac(master, parts));
  if (derived.size >= MOST_DERIVED) derived.clear();
  derived.set(name, secret);
  return secret;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** Compares two strings in a time that does not tell where they differ: their digests under a random key are compared. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  blind ??= crypto.randomUUID();
  const [a, b] = await Promise.all([hmac(blind, given), hmac(blind, expected)]);
  return sameDigest(hex(a), hex(b));
}

/** Compares two digests, whose length is no secret, in the same time wherever they differ. */
export function sameDigest(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let i = 0; i < expected.length; i++) difference |= given.charCodeAt(i) ^ expected.charCodeAt(i);
  return difference === 0;
}
