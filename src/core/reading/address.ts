import { parse } from "tldts";

/** Where an address leads. */
export interface Address {
  /** As browsers ask for it: lower case, IDN as punycode, IPv4 in four decimals; without `www.`. */
  readonly host: string;
  /** Registered domain, or the host itself where there is none. */
  readonly domain: string;
  readonly path: string;
}

/** Longer addresses are read up to here. */
const LONGEST = 500;

/** A host that needs no reading: no other spelling of it is in use. */
const PLAIN = /^(?:[a-z\d_][a-z\d_-]{0,62}\.)+[a-z][a-z\d-]{0,62}$/;
/** Parts between dots, or an IPv6 address. */
const NAMED = /^(?:[^.]+(?:\.[^.]+)+|\[.+\])$/;
const ADDRESS =
  /^((?:https?:|ftp:|[a-z][a-z\d+.-]{0,20}:(?=\/\/))?[/\\]{0,9})(?:[^/\\?#\s]{0,400}@)?(\[[\da-f:.]{2,50}\]|[^/\\?#:\s]{1,253})(?::\d{0,5})?([^\s]{0,500})/i;
/** What browsers leave out of an address wherever it stands; and what nobody sees. */
const UNREAD = /[\t\n\r]|\p{Default_Ignorable_Code_Point}/gu;
const MAY_BE_UNREAD = /[\t\n\r\x80-\uffff]/;

/** Reads an address as a browser does, with or without a scheme; undefined: it has no host. */
export function readAddress(address: string): Address | undefined {
  const start = address.slice(0, LONGEST);
  const read = (MAY_BE_UNREAD.test(start) ? start.replace(UNREAD, "") : start).trim();
  const [, before = "", written, path = ""] = ADDRESS.exec(read) ?? [];
  // A number alone is an address in the network only after slashes.
  if (written === undefined || (before === "" && !/[^\da-fx]/i.test(written))) return undefined;
  const host = hostOf(written);
  return host === undefined ? undefined : { host, domain: suffixOf(host).domain ?? host, path };
}

/**
 * A host in one form, whatever way it is written: full-width letters and dots, percent signs, punycode, an IPv4 address in octal.
 * Undefined: it is none, or a name without a dot, which leads nowhere outside.
 */
export function hostOf(written: string): string | undefined {
  if (!/[.。．｡%[]|^\d/.test(written)) return undefined;
  const bare = written.replace(/[.。．｡]{1,9}$/, "");
  const lower = bare.toLowerCase();
  const host = (PLAIN.test(lower) ? lower : asked(bare))?.replace(/^(?:www\.)+/, "");
  return host !== undefined && NAMED.test(host) ? host : undefined;
}

/** The host that a browser asks for; undefined: it refuses. */
function asked(written: string): string | undefined {
  if (/[@:]/.test(written) && !written.startsWith("[")) return undefined;
  try {
    return new URL(`http://${written}/`).hostname;
  } catch {
    return undefined;
  }
}

/**
 * The registered domain of a host and whether its ending is known. Private endings count: whoever holds `a.blogspot.com` or
 * `a.github.io` has nothing to do with the neighbours.
 */
export function suffixOf(host: string): { readonly domain: string | undefined; readonly known: boolean } {
  const { domain, isIcann, isPrivate } = parse(host, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  return { domain: domain ?? undefined, known: isIcann === true || isPrivate === true };
}
