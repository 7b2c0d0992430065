import type { KeyFault } from "../../contract/akismet.ts";
import type { KeyGrant, SiteRecord } from "../../contract/site-record.ts";
import type { Parameters, Place } from "../../platform/forms/parameters.ts";
import { isKey, isRevoked, openByKey } from "../../service/keys.ts";
import type { Services } from "../../service/services.ts";

export interface SentKey {
  readonly key: string;
  readonly place: Place | "host";
}

/** The key of a host `KEY.hamlet.example`, as old clients send it. Undefined: the host holds none. */
export function hostKey(host: string): string | undefined {
  const [label = "", ...rest] = host.toLowerCase().split(".");
  return rest.length > 0 && isKey(label) ? label : undefined;
}

/**
 * Calls on which `key` counts before `api_key`: WordPress tries a new key as `key`, beside the stored one as
 * `api_key`.
 */
const KEY_FIRST = /^(?:verify-key|deactivate|get-.*)$/;

/** Bytes that a key may take as it was sent, with escapes and blanks: whatever is longer opens nothing. */
const LONGEST = 256;

/**
 * The key of a call, in the places where clients put it; case does not matter, as it does not in host names.
 */
export function sentKey(call: string, parameters: Parameters, host: string): SentKey | undefined {
  const names = KEY_FIRST.test(call) ? ["key", "api_key"] : ["api_key", "key"];
  for (const name of names) {
    const found = parameters.early(name, LONGEST);
    if (found) return { key: found.text.toLowerCase(), place: found.place };
  }
  const inHost = hostKey(host);
  return inHost === undefined ? undefined : { key: inHost, place: "host" };
}

type Opened =
  | { readonly ok: true; readonly record: SiteRecord; readonly grant: KeyGrant }
  | { readonly ok: false; readonly fault: KeyFault; readonly hash?: string };

/**
 * What a key opens. A site's own key opens more than these routes, so it is taken from a body only: host
 * names and addresses are seen and written down on the way.
 */
export async function open(services: Services, sent: SentKey | undefined): Promise<Opened> {
  if (!sent) return { ok: false, fault: "missing" };
  const { hash, opened } = await openByKey(services, sent.key);
  if (hash === undefined) return { ok: false, fault: "malformed" };
  if (!opened) return { ok: false, fault: "unknown", hash };
  if (opened.grant.scope === "site" && sent.place !== "body")
    return { ok: false, fault: "site key in the address", hash };
  return isRevoked(opened) ? { ok: false, fault: "revoked", hash } : { ok: true, ...opened };
}

/** What the client is told of a key that opens nothing. */
export const faultTexts: Readonly<Record<KeyFault, string>> = {
  missing: 'Empty "api_key" value',
  malformed: "A key has 12 characters of a-z and 0-9",
  unknown: "Nobody has this key",
  revoked: "The key was revoked",
  "site key in the address":
    "This is a site key, which must not stand in a host name or an address: make a key for Akismet clients",
};
