import type { SiteRecord } from "../contract/site-record.ts";
import { base64 } from "../platform/base64.ts";
import { MINUTE } from "../platform/clock.ts";
import { derive, sameDigest } from "../secrets/derive.ts";
import type { Services } from "./services.ts";

/** How far the sender's clock may be off, either way. */
const TOLERANCE = 5 * MINUTE;
/** Signatures of one request that are looked at: a sender signs with each secret that she has. */
const MOST_SIGNATURES = 8;
/** Generations of a site's intake secret that are good at the same time. */
const VALID_GENERATIONS = 2;

/** A signature as Standard Webhooks sends it; nothing of it is proved yet. */
interface ClaimedSignature {
  readonly id: string;
  /** As it was sent: it is signed. */
  readonly timestamp: string;
  /** In base64. */
  readonly signatures: readonly string[];
}

/**
 * The signature that three headers claim. Undefined: they claim none, or its time is more than five minutes
 * off, so that the body need not be looked at.
 */
export function claimedSignature(
  { id, timestamp, signature }: Readonly<Record<"id" | "timestamp" | "signature", string>>,
  now: number,
): ClaimedSignature | undefined {
  if (!/^\S{1,256}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return undefined;
  if (Math.abs(Number(timestamp) * 1000 - now) > TOLERANCE) return undefined;
  const signatures = signature
    .slice(0, 4_096)
    .split(" ")
    .flatMap((one) => /^v1,([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1] ?? [])
    .slice(0, MOST_SIGNATURES);
  return signatures.length === 0 ? undefined : { id, timestamp, signatures };
}

/** What is signed before the body. */
export const signedHead = ({ id, timestamp }: ClaimedSignature): Uint8Array =>
  new TextEncoder().encode(`${id}.${timestamp}.`);

/** Whether a site made one of the signatures of a body behind its head. Each valid secret reads it once. */
export async function isSignedBySite(
  { secrets }: Services,
  site: Pick<SiteRecord, "id" | "nonce" | "generation">,
  signed: Uint8Array<ArrayBuffer>,
  { signatures }: ClaimedSignature,
): Promise<boolean> {
  const { generation } = site;
  for (let valid = generation; valid > Math.max(0, generation - VALID_GENERATIONS); valid--) {
    const expected = await macOf(await derive(secrets.HAMLET_SECRET, site, "intake", valid), signed);
    if (signatures.some((one) => sameDigest(one, expected))) return true;
  }
  return false;
}

async function macOf(secret: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  return base64(new Uint8Array(await crypto.subtle.sign("HMAC", key, signed)));
}
