import { isOwn } from "../reading/subject.ts";
import { LINKS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

export const linkRepeated: FittedSignal = {
  name: "link-repeated",
  group: "links",
  needs: LINKS,
  asksHosts: true,
  description: "The same host is linked to more than once",
  detect(subject) {
    if (subject.links.length < 2) return undefined;
    const seen = new Set<string>();
    for (const { host, start, end } of subject.links) {
      if (seen.has(host) && !isOwn(subject, host)) {
        return { strength: 1, evidence: host, span: { field: "content", start, end } };
      }
      seen.add(host);
    }
    return undefined;
  },
};
