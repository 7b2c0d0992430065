import type { Link } from "../reading/link.ts";
import type { FittedSignal } from "./signal.ts";

const SHORTENERS = new Set(
  "bit.ly goo.gl tinyurl.com t.co ow.ly is.gd buff.ly cutt.ly rebrand.ly shorturl.at t.ly rb.gy adf.ly bl.ink tiny.cc lnkd.in v.gd soo.gd s.id clck.ru vk.cc u.to qr.ae wp.me kutt.it dlvr.it".split(
    " ",
  ),
);

export const linkDisguise: FittedSignal = {
  name: "link-disguise",
  group: "links",
  description:
    "A link hides where it leads: a shortener, a path like one, a bare address, punycode or a user name in front",
  detect({ comment, links, site }) {
    const own = site && { ...site, url: comment.author.url ?? "", start: -1, end: -1 };
    for (const link of [...links, ...(own ? [own] : [])]) {
      const kind = disguise(link);
      if (!kind) continue;
      const span =
        link.start < 0 ? undefined : { field: "content" as const, start: link.start, end: link.end };
      return { strength: 1, evidence: `${kind}: ${link.host}`, span, variants: [kind] };
    }
    return undefined;
  },
};

/** A host and a path as shorteners have them, which come and go. */
const SHORT_HOST = 11;
const SHORT_PATH = /^\/(?=.*(?:\d|[a-z][A-Z]))[-A-Za-z0-9]{4,8}$/;

function disguise({
  host,
  domain,
  path,
  url,
}: Pick<Link, "host" | "domain" | "path" | "url">): string | undefined {
  if (SHORTENERS.has(domain)) return "shortener";
  if (/^[\d.]+$|^\[/.test(host)) return "address";
  if (/xn--/i.test(url) && host.includes("xn--")) return "punycode";
  if (host === domain && host.length <= SHORT_HOST && SHORT_PATH.test(path.replace(/\?.*$/, "")))
    return "short path";
  return /^(?:https?:)?[/\\]{1,9}[^/\\?#]{1,400}@/i.test(url) ? "user name" : undefined;
}
