import { hex, hmac, sameDigest } from "./derive.ts";

/** What a link in a mail stops: mails about one site to one member, as she chose them then. Times in milliseconds since 1970. */
export interface Stop {
  readonly member: string;
  readonly site: string;
  /** By which her choice is known: the link is good for no later one. */
  readonly since: number;
  readonly expires: number;
}

const sign = async (master: string, text: string) =>
  hex(await hmac(master, `stop mails\n${text}`)).slice(0, 32);

/** A word for an address. */
export async function stopToken(master: string, { member, site, since, expires }: Stop): Promise<string> {
  const text = `${expires.toString(36)}.${since.toString(36)}.${member}.${site}`;
  return `${await sign(master, text)}.${text}`;
}

const FORM = /^([0-9a-f]{32})\.(([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([a-z0-9]{16})\.([a-z0-9-]{1,40}))$/;

/** Undefined: it is not one, or too old. */
export async function readStopToken(master: string, token: string, now: number): Promise<Stop | undefined> {
  const [, signature = "", text = "", expires = "", since = "", member = "", site = ""] =
    FORM.exec(token) ?? [];
  const until = Number.parseInt(expires, 36);
  if (!(until >= now) || !sameDigest(signature, await sign(master, text))) return undefined;
  return { member, site, since: Number.parseInt(since, 36), expires: until };
}
