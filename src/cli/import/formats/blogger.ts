import { textOf } from "../decode.ts";
import type { Format } from "../format.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";
import { childOf, childText, type Element, xmlParts } from "../xml.ts";

/** The Atom of Blogger, in its old shape (blog-….xml) and in Takeout's (feed.atom). */
export const blogger: Format = {
  name: "blogger",
  system: "blogger",
  about: "Blogger: Settings → Back up content, or Takeout's feed.atom",
  recognises: (start) =>
    /<feed[\s>]/.test(start) && /blogger|gdata|purl\.org\/syndication\/thread/i.test(start),
  async *read(inputs, { encoding }) {
    for (const input of inputs) {
      const posts = new Map<string, { url: string | undefined; title: string | undefined }>();
      for await (const part of xmlParts(input.name, textOf(input, encoding), ENTRY)) {
        if (!("whole" in part)) continue;
        const { whole } = part;
        const id = childText(whole, "id") ?? "";
        if (kindOf(whole) === "comment") yield commentOf(id, whole, posts);
        else posts.set(id, { url: linkOf(whole, "alternate"), title: childText(whole, "title") });
      }
    }
  },
};

const ENTRY = new Set(["entry"]);

/** What an entry is: by the old category, by Takeout's element, else by what it answers to. */
function kindOf(entry: Element): string {
  const term = entry.children.find(
    ({ name, attributes }) => name === "category" && attributes.term?.includes("kind#"),
  );
  const type = term?.attributes.term?.split("#")[1] ?? childText(entry, "type")?.toLowerCase();
  return type ?? (childOf(entry, "in-reply-to") ? "comment" : "post");
}

const linkOf = ({ children }: Element, rel: string) =>
  children.find(({ name, attributes }) => name === "link" && attributes.rel === rel)?.attributes.href;

/** Takeout's words for what became of a comment; the old shape only has published ones. */
const STATUSES: Readonly<Record<string, "ham" | "spam" | "pending">> = {
  LIVE: "ham",
  PENDING_MODERATION: "pending",
  PENDING: "pending",
  SPAM: "spam",
  SPAM_COMMENT: "spam",
};

function commentOf(
  id: string,
  entry: Element,
  posts: ReadonlyMap<string, { url: string | undefined; title: string | undefined }>,
): Read {
  const status = childText(entry, "status")?.trim() ?? "LIVE";
  const label = STATUSES[status];
  if (label === undefined) return { leftOut: `of the status ${status}` };
  const answered = childOf(entry, "in-reply-to")?.attributes;
  const author = childOf(entry, "author");
  return pastOf(id.split(/[-.]/).at(-1), label, label === "spam" ? "filter" : "person", {
    format: "html",
    content: childText(entry, "content"),
    post: posts.get(answered?.ref ?? childText(entry, "parent") ?? "") ?? { url: answered?.href },
    parent: { id: linkOf(entry, "related")?.split("/").at(-1) ?? childText(entry, "inReplyTo") },
    author: {
      name: author && childText(author, "name"),
      // Blogger writes an address of its own for everybody.
      email: childText(author ?? entry, "email")?.replace(/^noreply@blogger\.com$/, ""),
      url: author && childText(author, "uri"),
    },
    submittedAt: timeOf(childText(entry, "published") ?? childText(entry, "created")),
  });
}
