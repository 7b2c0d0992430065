import { hex, sameSecret } from "../secrets/derive.ts";
import type { Claim } from "./system.ts";

/** Secrets and signatures of one request that are looked at. */
const MOST = 8;

/** Whether a text is one of the secrets. */
async function isAnyOf(given: string, secrets: readonly string[]): Promise<boolean> {
  const same = await Promise.all(secrets.map((secret) => sameSecret(given, secret)));
  return same.includes(true);
}

/** The secret as `Authorization: Bearer …`. */
export async function byBearer({ headers, secrets }: Claim): Promise<boolean> {
  const given = /^Bearer +(\S{1,200})$/i.exec(headers.get("authorization") ?? "")?.[1];
  return given !== undefined && isAnyOf(given, secrets);
}

/** The secret as a password: from an address `https://name:secret@host/…`, where a system can be given nothing but an address. */
export async function byPassword({ headers, secrets }: Claim): Promise<boolean> {
  const given = /^Basic +([A-Za-z0-9+/=]{1,400})$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (given === undefined) return false;
  try {
    const [, password] = /^[^:]*:(.*)$/s.exec(atob(given)) ?? [];
    return password !== undefined && (await isAnyOf(password, secrets));
  } catch {
    return false;
  }
}

/** A header with `sha256=` and the HMAC of the body in hexadecimal, or several with commas between. */
export const byHmac =
  (header: string) =>
  async ({ headers, body, secrets }: Claim): Promise<boolean> => {
    const given = (headers.get(header) ?? "")
      .slice(0, 1_000)
      .split(",")
      .flatMap((one) => /^\s*sha256=([0-9a-f]{64})\s*$/i.exec(one)?.[1]?.toLowerCase() ?? [])
      .slice(0, MOST);
    if (given.length === 0) return false;
    for (const secret of secrets) {
      const expected = await hmacHex(secret, body);
      const same = await Promise.all(given.map((one) => sameSecret(one, expected)));
      if (same.includes(true)) return true;
    }
    return false;
  };

async function hmacHex(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(secret), algorithm, false, [
    "sign",
  ]);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, body)));
}

/** A member of the body's JSON that is the secret. */
export const byMember =
  (name: string) =>
  async ({ body, secrets }: Claim): Promise<boolean> => {
    try {
      const sent: unknown = JSON.parse(new TextDecoder().decode(body));
      const given = typeof sent === "object" && sent !== null && Reflect.get(sent, name);
      return typeof given === "string" && given.length <= 200 && (await isAnyOf(given, secrets));
    } catch {
      return false;
    }
  };
