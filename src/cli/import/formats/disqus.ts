import { textOf } from "../decode.ts";
import type { Format } from "../format.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";
import { childOf, childText, type Element, xmlParts } from "../xml.ts";

/** The export of Disqus: threads, then posts. Its verdicts of spam are its own, so they are weak. */
export const disqus: Format = {
  name: "disqus",
  system: "disqus",
  about: "Disqus: Community → Export (.xml.gz)",
  recognises: (start) => /<disqus[\s>]/.test(start),
  async *read(inputs, { encoding }) {
    for (const input of inputs) {
      const threads = new Map<string, Thread>();
      for await (const part of xmlParts(input.name, textOf(input, encoding), WHOLE)) {
        if (!("whole" in part)) continue;
        const { whole } = part;
        if (whole.name === "post") yield postOf(whole, threads);
        else
          threads.set(idOf(whole) ?? "", { url: childText(whole, "link"), title: childText(whole, "title") });
      }
    }
  },
};

const WHOLE = new Set(["thread", "post"]);

interface Thread {
  readonly url: string | undefined;
  readonly title: string | undefined;
}

/** The id is an attribute; the element <id> is mostly empty. */
const idOf = (element: Element | undefined) => element?.attributes.id;

function postOf(post: Element, threads: ReadonlyMap<string, Thread>): Read {
  if (childText(post, "isDeleted")?.trim() === "true") return { leftOut: "deleted" };
  const spam = childText(post, "isSpam")?.trim() === "true";
  const approved = childText(post, "isApproved")?.trim();
  const author = childOf(post, "author");
  const label = spam ? "spam" : approved === "false" ? "pending" : "ham";
  const parent = idOf(childOf(post, "parent"));
  return pastOf(idOf(post), label, spam ? "filter" : "person", {
    format: "html",
    content: unwrapped(childText(post, "message")?.trim() ?? ""),
    post: threads.get(idOf(childOf(post, "thread")) ?? "") ?? {},
    parent: { id: parent === "0" ? undefined : parent },
    author: {
      name: author && childText(author, "name"),
      email: author && childText(author, "email"),
      url: author && childText(author, "link"),
      ip: childText(post, "ipAddress"),
    },
    submittedAt: timeOf(childText(post, "createdAt")),
  });
}

const WRAPPED = /https?:\/\/disq\.us\/(?:url\?|\?)[^\s"'<>]*?url=([^\s"'<>&]+)[^\s"'<>]*/g;

/** Links as they were written: Disqus leads them over a host of its own. */
const unwrapped = (html: string) =>
  html.replace(WRAPPED, (whole, address: string) => {
    try {
      // After the address stands a colon and its signature.
      return decodeURIComponent(address).replace(/:[\w-]{20,}$/, "");
    } catch {
      return whole;
    }
  });
