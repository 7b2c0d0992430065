import { extentOf } from "../reading/extent.ts";
import { isOwn } from "../reading/subject.ts";
import { bucket } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const COUNTS = [0, 1, 2, 4, 9];
const LENGTHS = [0, 100, 400, 1600];

export const linkCount: FittedSignal = {
  name: "link-count",
  group: "links",
  asksHosts: true,
  description: "How many links to other sites the text holds, for its length",
  detect(subject) {
    const foreign = subject.links.filter((link) => !isOwn(subject, link.host));
    if (subject.fromServer) return undefined;
    const count = bucket(foreign.length, COUNTS);
    const length = bucket(extentOf(subject.content, subject.ascii), LENGTHS);
    const [first] = foreign;
    return {
      strength: Math.min(1, (foreign.length + 1) / 10),
      evidence: first ? `${foreign.length} × ${first.host}`.replace(/^1 × /, "") : "none",
      span: first && { field: "content", start: first.start, end: first.end },
      variants: [`${count}`, `${count}/${length}`],
    };
  },
};
