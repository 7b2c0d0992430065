import type { Address } from "../reading/address.ts";
import { LINKS, SITE } from "./has.ts";
import type { Finding, FittedSignal } from "./signal.ts";

const SHORTENERS = new Set(
  "bit.ly goo.gl tinyurl.com t.co ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at t.ly rb.gy adf.ly bl.ink tiny.cc lnkd.in v.gd soo.gd s.id clck.ru vk.cc u.to qr.ae wp.me kutt.it dlvr.it".split(
    " ",
  ),
);

export const linkDisguise: FittedSignal = {
  name: "link-disguise",
  group: "links",
  needs: LINKS | SITE,
  description:
    "A link hides where it leads: a shortener, a path like one, a bare address, punycode or a user name in front",
  detect({ comment, links, site }) {
    for (const link of links) {
      const kind = disguise(link, link.url);
      if (kind === undefined) continue;
      return found(kind, link.host, { field: "content", start: link.start, end: link.end });
    }
    if (site === undefined) return undefined;
    const kind = disguise(site, comment.author.url ?? "");
    return kind === undefined ? undefined : found(kind, site.host, undefined);
  },
};

const found = (kind: string, host: string, span: Finding["span"]): Finding => ({
  strength: 1,
  evidence: `${kind}: ${host}`,
  span,
  variants: [kind],
});

/** A host and a path as shorteners have them, which come and go. */
const SHORT_HOST = 11;
const SHORT_PATH = /^\/(?=.*(?:\d|[a-z][A-Z]))[-A-Za-z0-9]{4,8}$/;
const NUMBERS = /^[\d.]+$|^\[/;
const USER_NAME = /^(?:https?:)?[/\\]{1,9}[^/\\?#]{1,400}@/i;

function disguise({ host, domain, path }: Address, url: string): string | undefined {
  if (SHORTENERS.has(domain)) return "shortener";
  if (NUMBERS.test(host)) return "address";
  if (host.includes("xn--") && /xn--/i.test(url)) return "punycode";
  if (host.length <= SHORT_HOST && host === domain && isShort(path)) return "short path";
  return url.includes("@") && USER_NAME.test(url) ? "user name" : undefined;
}

const isShort = (path: string): boolean =>
  path.length > 1 && SHORT_PATH.test(path.includes("?") ? path.replace(/\?.*$/, "") : path);
