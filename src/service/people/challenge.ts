import { base64url, bytesOfBase64url } from "../../platform/base64.ts";
import { MINUTE } from "../../platform/clock.ts";
import { hex, hmac, sameDigest } from "../../secrets/derive.ts";
import { now, type Services } from "../services.ts";

const LIFE = 15 * MINUTE;
const MARK = 32;

/**
 * A challenge for an authenticator: random, for one purpose, for a quarter of an hour. It is signed and not stored, so that a
 * page for anybody costs no row; once it was answered it is spent.
 */
export async function newChallenge({ secrets }: Services, purpose: string): Promise<string> {
  const random = hex(crypto.getRandomValues(new Uint8Array(16)));
  const text = `${(now() + LIFE).toString(36)}.${random}`;
  const mark = await markOf(secrets.HAMLET_SECRET, purpose, text);
  return base64url(new TextEncoder().encode(`${text}.${mark}`));
}

/** Whether a challenge is Hamlet's own for this purpose and its time is not over. */
export async function isChallenge(
  { secrets }: Services,
  purpose: string,
  challenge: string,
): Promise<boolean> {
  const read = readChallenge(challenge);
  if (!read || read.expires < now()) return false;
  return sameDigest(read.mark, await markOf(secrets.HAMLET_SECRET, purpose, read.text));
}

/** Spends a challenge that was answered; false: it was spent before. */
export async function spendChallenge({ directoryObject }: Services, challenge: string): Promise<boolean> {
  const read = readChallenge(challenge);
  return read !== undefined && directoryObject.spend(read.mark, read.expires, now());
}

function readChallenge(challenge: string) {
  let text: string;
  try {
    text = new TextDecoder().decode(bytesOfBase64url(challenge.slice(0, 200)));
  } catch {
    return undefined;
  }
  const match = /^(([0-9a-z]{1,11})\.[0-9a-f]{32})\.([0-9a-f]{32})$/.exec(text);
  if (!match) return undefined;
  return {
    text: match[1] as string,
    expires: Number.parseInt(match[2] as string, 36),
    mark: match[3] as string,
  };
}

const markOf = async (master: string, purpose: string, text: string): Promise<string> =>
  hex(await hmac(master, `challenge\n${purpose}\n${text}`)).slice(0, MARK);
