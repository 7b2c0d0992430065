import type { KeyGrant } from "../contract/site-record.ts";
import { callerAt } from "../secrets/identity.ts";
import type { Services } from "./services.ts";

/**
 * Whether a key may make another request now. The demo's key exists on the owner's own machine only, where a
 * whole blog's history is posted in a minute.
 */
export async function isWithinRate(
  { env, secrets }: Services,
  site: string,
  grant: KeyGrant | undefined,
): Promise<boolean> {
  if (site === "demo" && secrets.DEMO_SITE_KEY !== undefined) return true;
  return (await env.KEY_RATE.limit({ key: `${site}:${grant?.n ?? "signed"}` })).success;
}

/** Whether another comment of a site's own form may come from this address, and from all, now. */
export async function mayPost({ env }: Services, site: string, address: string): Promise<boolean> {
  if (!(await env.LOGIN_RATE.limit({ key: `form ${site} ${callerAt(address)}` })).success) return false;
  return (await env.KEY_RATE.limit({ key: `${site}:form` })).success;
}

/** Whether another webmention of a site's may come from this address, and from all, now. */
export async function mayMention({ env }: Services, site: string, address: string): Promise<boolean> {
  if (!(await env.LOGIN_RATE.limit({ key: `mention ${site} ${callerAt(address)}` })).success) return false;
  return (await env.KEY_RATE.limit({ key: `${site}:mention` })).success;
}

/** Whether another wish to be erased may come from this address, and for a site from all, now. */
export async function mayAskErasure({ env }: Services, site: string, address: string): Promise<boolean> {
  if (!(await env.LOGIN_RATE.limit({ key: `erase ${site} ${callerAt(address)}` })).success) return false;
  return (await env.KEY_RATE.limit({ key: `${site}:erase` })).success;
}

/** Whether another one-time code may be tried from this address now. */
export const mayGuess = async ({ env }: Services, address: string): Promise<boolean> =>
  (await env.LOGIN_RATE.limit({ key: `connect ${callerAt(address)}` })).success;
