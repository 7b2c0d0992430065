import { extentOf } from "../reading/extent.ts";
import type { Link } from "../reading/link.ts";
import { isOwn } from "../reading/subject.ts";
import { bucketAt } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const COUNTS = [0, 1, 2, 4, 9];
const LENGTHS = [0, 100, 400, 1600];
const VARIANTS = COUNTS.map((count) => LENGTHS.map((length) => [`${count}`, `${count}/${length}`]));

export const linkCount: FittedSignal = {
  name: "link-count",
  group: "links",
  asksHosts: true,
  description: "How many links to other sites the text holds, for its length",
  detect(subject) {
    if (subject.fromServer) return undefined;
    let foreign = 0;
    let first: Link | undefined;
    for (const link of subject.links) {
      if (isOwn(subject, link.host)) continue;
      foreign++;
      first ??= link;
    }
    const length = bucketAt(extentOf(subject.content, subject.ascii), LENGTHS);
    const variants = VARIANTS[bucketAt(foreign, COUNTS)]?.[length];
    if (first === undefined) return { strength: 0.1, evidence: "none", span: undefined, variants };
    return {
      strength: Math.min(1, (foreign + 1) / 10),
      evidence: foreign === 1 ? first.host : `${foreign} × ${first.host}`,
      span: { field: "content", start: first.start, end: first.end },
      variants,
    };
  },
};
