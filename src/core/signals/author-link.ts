import { isOwn } from "../reading/subject.ts";
import { bucket } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const LENGTHS = [0, 100, 400, 1600];

export const authorLink: FittedSignal = {
  name: "author-link",
  group: "author",
  description:
    "The author left a link: a deep one, a hyphenated host or one repeated in the text is no home page",
  detect(subject) {
    const { site, links, content, comment } = subject;
    // Of a webmention it is who reacted, and every one has it.
    if (!site || comment.type === "webmention" || isOwn(subject, site.host)) return undefined;
    const url = comment.author.url ?? "";
    const deep = site.path.replace(/[/#]+$/, "").length > 1;
    const variants = ["present", `present/${bucket(content.length, LENGTHS)}`];
    if (deep) variants.push("deep");
    if (site.host.includes("-")) variants.push("hyphen");
    if (links.some((link) => link.domain === site.domain)) variants.push("in text");
    return {
      strength: deep ? 1 : 0.5,
      evidence: `${site.host}${site.path}`.slice(0, 80),
      span: { field: "author.url", start: 0, end: url.length },
      variants,
    };
  },
};
