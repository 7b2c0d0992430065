import { isOwn } from "../reading/subject.ts";
import { LINKS, SITE } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

export const ownLink: FittedSignal = {
  name: "own-link",
  group: "links",
  needs: LINKS | SITE,
  asksHosts: true,
  description: "Links to this very site",
  detect(subject) {
    const own = subject.links.find((link) => isOwn(subject, link.host));
    const author = subject.site && isOwn(subject, subject.site.host);
    if (!own && !author) return undefined;
    return {
      strength: 1,
      evidence: own?.host ?? subject.site?.host ?? "",
      span: own && { field: "content", start: own.start, end: own.end },
      variants: [...(own ? ["text"] : []), ...(author ? ["author"] : [])],
    };
  },
};
