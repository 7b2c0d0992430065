import type { Feed } from "../../contract/feed.ts";

/** Entries of a feed for feed readers: the newest. */
const MOST_ENTRIES = 50;
/** What XML 1.0 has no way to write: control characters, halves of characters, and two that are none. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const xml = (text: string) =>
  text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => escapes[character] as string);

type Dated = Feed["comments"][number] & { readonly at: string };

/** What was published on a page as Atom (RFC 4287), which has nothing without a time, the newest first. `self`: where this is. */
export function atomOf(
  { comments }: Feed,
  { site, page, self }: { site: string; page: string; self: string },
): string {
  const dated = comments.filter((comment): comment is Dated => comment.at !== undefined);
  const newest = dated.slice(-MOST_ENTRIES).reverse();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${xml(page)}#comments</id>
<title>${xml(site)}</title>
<updated>${newest[0]?.at ?? "1970-01-01T00:00:00.000Z"}</updated>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/>
<link href="${xml(page)}"/>
${newest.map((comment) => entryOf(comment, page)).join("")}</feed>
`;
}

function entryOf({ id, name, website, html, at }: Dated, page: string): string {
  const uri = website === null ? "" : `<uri>${xml(website)}</uri>`;
  return `<entry>
<id>${xml(`${page}#comment-${id}`)}</id>
<title>${xml(name)}</title>
<published>${at}</published>
<updated>${at}</updated>
<author><name>${xml(name)}</name>${uri}</author>
<link href="${xml(`${page}#comment-${id}`)}"/>
<content type="html">${xml(html)}</content>
</entry>
`;
}
