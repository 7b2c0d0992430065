import { isOwn } from "../reading/subject.ts";
import { LINKS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

const HALF = 0.5;

export const linkMostly: FittedSignal = {
  name: "link-mostly",
  group: "links",
  needs: LINKS,
  asksHosts: true,
  description: "At least half of the text is links",
  detect(subject) {
    let length = 0;
    for (const link of subject.links) if (!isOwn(subject, link.host)) length += link.end - link.start;
    if (length === 0) return undefined;
    const share = length / Math.max(1, subject.text.trim().length);
    return share < HALF
      ? undefined
      : { strength: Math.min(1, share), evidence: `${Math.round(Math.min(1, share) * 100)}% links` };
  },
};
