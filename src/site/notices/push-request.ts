import { PUSH_SEED, type PushKeys, type PushTarget, pushFault } from "../../contract/push.ts";
import { base64url } from "../../platform/base64.ts";
import { HOUR } from "../../platform/clock.ts";
import { unseal } from "../../secrets/seal.ts";

/** A push service keeps word for a device that is off for so long, seconds. */
const TTL = 4 * 3600;
/** A proof is good for so long; push services take a day at most. */
const PROOF = 12 * HOUR;

const encode = (value: unknown) => base64url(new TextEncoder().encode(JSON.stringify(value)));

interface Given {
  readonly master: string;
  readonly allowLocal: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The request that rings a device (RFC 8030). It says nothing: what the device shows, it knows by itself. Undefined: its address is
 * not a known push service's, or the keys are of another HAMLET_SECRET.
 */
export async function pushRequest(
  { endpoint, link }: PushTarget,
  { publicKey, sealed }: PushKeys,
  { master, allowLocal, now }: Given,
): Promise<Request | undefined> {
  if (pushFault(endpoint, allowLocal) !== undefined) return undefined;
  const stored = await unseal(master, PUSH_SEED, sealed);
  if (stored === undefined) return undefined;
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("jwk", JSON.parse(stored), algorithm, false, ["sign"]);
  const claims = { aud: new URL(endpoint).origin, exp: Math.floor((now + PROOF) / 1000), sub: link };
  const text = `${encode({ typ: "JWT", alg: "ES256" })}.${encode(claims)}`;
  const signed = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    new TextEncoder().encode(text),
  );
  return new Request(endpoint, {
    method: "POST",
    redirect: "manual",
    headers: {
      ttl: String(TTL),
      urgency: "normal",
      "content-length": "0",
      authorization: `vapid t=${text}.${base64url(new Uint8Array(signed))}, k=${publicKey}`,
    },
  });
}
