import { hex, hmac, sameDigest } from "./derive.ts";

/**
 * Secrets that people hold: of what Hamlet did not make itself its mark tells, so that whoever guesses costs no question
 * of the directory; what is stored is the keyed hash.
 */
const kinds = {
  session: { before: "", mark: "cookie", hash: "session" },
  invitation: { before: "", mark: "invitation mark", hash: "invitation" },
  token: { before: "hamlet_", mark: "personal token mark", hash: "personal token" },
} as const;

export type MarkedKind = keyof typeof kinds;

/** Characters of a mark, 128 bits. */
const MARK = 32;

/** A new one: 256 random bits and their mark. */
export async function newMarked(master: string, kind: MarkedKind): Promise<string> {
  const secret = hex(crypto.getRandomValues(new Uint8Array(32)));
  return `${kinds[kind].before}${secret}.${await markOf(master, kind, secret)}`;
}

/** Whether Hamlet made it, whatever has become of it. */
export async function isMarked(master: string, kind: MarkedKind, text: string): Promise<boolean> {
  const { before } = kinds[kind];
  const match = text.startsWith(before)
    ? /^([0-9a-f]{64})\.([0-9a-f]{32})$/.exec(text.slice(before.length))
    : null;
  return match !== null && sameDigest(match[2] as string, await markOf(master, kind, match[1] as string));
}

/** What is stored of it, hexadecimal. */
export const hashOfMarked = async (master: string, kind: MarkedKind, text: string): Promise<string> =>
  hex(await hmac(master, `${kinds[kind].hash}\n${text}`));

const markOf = async (master: string, kind: MarkedKind, secret: string): Promise<string> =>
  hex(await hmac(master, `${kinds[kind].mark}\n${secret}`)).slice(0, MARK);
