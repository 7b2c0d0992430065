import * as z from "zod";
import { clientAddress } from "../contract/as-meant.ts";

const YEAR_10000 = Date.UTC(10_000, 0);
const ip = z.union([z.ipv4(), z.ipv6()]);

/** A text that may be absent or null: then it says nothing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined);

/** A time as systems write it, in milliseconds since 1970; what is none says nothing. */
export const time = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => {
    const at = typeof value === "number" ? value * 1000 : Date.parse(value ?? "");
    return Number.isFinite(at) ? Math.round(at) : undefined;
  });

/** An id of letters, digits, - and _, or a number. */
export const ownId = z
  .union([z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, "an id of letters, digits, - and _"), z.int().min(0)])
  .transform(String);

/** A time in RFC 3339, as a submission says it. */
export const atTime = (ms: number | undefined): string | undefined =>
  ms === undefined || ms < 0 || ms >= YEAR_10000 ? undefined : new Date(ms).toISOString();

/** An absolute http address; anything else says nothing. */
export const webAddress = (address: string | undefined): string | undefined =>
  address !== undefined && address.length <= 2048 && /^https?:\/\//i.test(address) ? address : undefined;

/** An e-mail address that is not too long to be one. */
export const mail = (address: string | undefined): string | undefined =>
  address !== undefined && address.length <= 320 ? address : undefined;

/** A network address; what is none says nothing. */
export const network = (sent: string | undefined): string | undefined =>
  sent === undefined ? undefined : ip.safeParse(clientAddress(sent.slice(0, 1_000))).data;
