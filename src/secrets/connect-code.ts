import { hex, hmac } from "./derive.ts";

/** Letters and digits that nobody takes for another when she reads them out: 32, so that a byte favours none. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 8;

/** What a code is made from, hexadecimal: without the master secret it tells nothing of it. */
export const newCodeSeed = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

/** The one-time code of a seed, such as ABCD-EFGH: 40 bits, which serve once, for minutes. */
export async function connectCodeOf(master: string, seed: string): Promise<string> {
  const bytes = (await hmac(master, `connect-code-of\n${seed}`)).slice(0, LENGTH);
  const letters = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What is stored of a code: a keyed hash, hexadecimal. */
export const connectCodeHash = async (master: string, code: string): Promise<string> =>
  hex(await hmac(master, `connect-code\n${code.toUpperCase().replace("-", "")}`));
