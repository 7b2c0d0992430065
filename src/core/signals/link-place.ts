import { LINKS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

/** One line that names a thing and links to it. */
const SLOGAN = /^[^\n]{4,120}[:：]\s?$/;
/** Characters that may stand around a link without being text. */
const EDGE = 4;

export const linkPlace: FittedSignal = {
  name: "link-place",
  group: "links",
  needs: LINKS,
  description: "The text begins or ends with a link",
  detect({ text, links }) {
    const first = links[0];
    const last = links.at(-1);
    if (!first || !last) return undefined;
    const begins = first.start - (text.length - text.trimStart().length) <= EDGE;
    const ends = text.trimEnd().length - last.end <= EDGE;
    if (!begins && !ends) return undefined;
    const link = begins ? first : last;
    const slogan = ends && links.length === 1 && SLOGAN.test(text.slice(0, first.start).trimStart());
    return {
      strength: 1,
      evidence: begins ? "begins with a link" : "ends with a link",
      span: { field: "content", start: link.start, end: link.end },
      variants: [...(begins ? ["begins"] : []), ...(ends ? ["ends"] : []), ...(slogan ? ["slogan"] : [])],
    };
  },
};
