import { isOwn } from "../reading/subject.ts";
import type { FittedSignal } from "./signal.ts";

const HALF = 0.5;

export const linkMostly: FittedSignal = {
  name: "link-mostly",
  group: "links",
  asksHosts: true,
  description: "At least half of the text is links",
  detect(subject) {
    const foreign = subject.links.filter((link) => !isOwn(subject, link.host));
    const length = foreign.reduce((sum, link) => sum + link.end - link.start, 0);
    const share = length / Math.max(1, subject.text.trim().length);
    return share < HALF
      ? undefined
      : { strength: Math.min(1, share), evidence: `${Math.round(Math.min(1, share) * 100)}% links` };
  },
};
