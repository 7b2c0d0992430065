import type { Seed } from "../contract/site-record.ts";
import { base64, bytesOfBase64 } from "../platform/base64.ts";
import { derive, type Purpose } from "./derive.ts";

/** Bytes of the random part, as AES-GCM wants it. */
const IV = 12;

/** What it is encrypted for: secrets of a site's settings, or the address of a reader who wants to be told of answers. */
type For = Extract<Purpose, "seal" | "reader">;

/** Encrypts a secret that others made, for one site, so that what is stored or backed up does not tell it. */
export async function seal(master: string, site: Seed, text: string, what: For = "seal"): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const data = new TextEncoder().encode(text);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(master, site, what), data);
  return base64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
}

/** The secret again; undefined: it was sealed under another HAMLET_SECRET or for another site, or is damaged. */
export async function unseal(
  master: string,
  site: Seed,
  sealed: string,
  what: For = "seal",
): Promise<string | undefined> {
  try {
    const bytes = bytesOfBase64(sealed);
    const algorithm = { name: "AES-GCM", iv: bytes.slice(0, IV) };
    const data = await crypto.subtle.decrypt(algorithm, await keyOf(master, site, what), bytes.slice(IV));
    return new TextDecoder().decode(data);
  } catch {
    return undefined;
  }
}

async function keyOf(master: string, site: Seed, what: For): Promise<CryptoKey> {
  const bytes = await derive(master, site, what, 0);
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}
