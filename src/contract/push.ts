import * as z from "zod";

/** Push services of the browsers: no other host is ever called. */
const HOSTS =
  /^(?:fcm\.googleapis\.com|updates\.push\.services\.mozilla\.com|(?:[a-z0-9-]+\.)+push\.apple\.com|(?:[a-z0-9-]+\.)+notify\.windows\.com)$/;
const LOCAL = ["localhost", "127.0.0.1"];

/** Why a device cannot be told at an address; undefined: it can. */
export function pushFault(endpoint: string, allowLocal: boolean): string | undefined {
  if (!URL.canParse(endpoint)) return "not an address";
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (username !== "" || password !== "") return "must not hold a user name or password";
  if (allowLocal && protocol === "http:" && LOCAL.includes(hostname)) return undefined;
  if (protocol !== "https:" || port !== "") return "must be https on port 443";
  return HOSTS.test(hostname) ? undefined : "is not at a push service that is known";
}

/** A device that somebody lets tell her that comments wait. */
export const deviceRequest = z.object({
  endpoint: z.string().max(1000),
  /** So long something must have waited. */
  hours: z.int().min(1).max(168),
});

export type DeviceRequest = z.output<typeof deviceRequest>;

/** The same as it is kept. Its address is its push service's, and a secret. */
export interface StoredDevice extends DeviceRequest {
  readonly id: string;
  readonly member: string;
  /** "Firefox, Linux", as the browser said. */
  readonly name: string;
  /** Where this Hamlet was. */
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly created: number;
}

export type DeviceView = Pick<StoredDevice, "id" | "name" | "hours" | "created">;

/** A device to be told, for that once. */
export type PushTarget = Pick<StoredDevice, "id" | "endpoint" | "link">;

/** What proves to push services that it is this Hamlet (VAPID, RFC 8292); the private part is sealed. */
export interface PushKeys {
  /** The point of P-256, uncompressed, base64url. */
  readonly publicKey: string;
  /** A JWK, sealed. */
  readonly sealed: string;
}

/** For whom it is sealed: no site is called so. */
export const PUSH_SEED = { id: "push keys" };
