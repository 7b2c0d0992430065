import { readAddress } from "../reading/address.ts";
import { isOwn } from "../reading/subject.ts";
import type { PriorSignal } from "./signal.ts";

export const foreignReferrer: PriorSignal = {
  name: "foreign-referrer",
  group: "form",
  points: 1,
  description: "The form was not sent from a page of this site",
  missing: ({ comment, ownHosts }) =>
    comment.referrer === undefined
      ? "no referrer sent"
      : ownHosts.size === 0
        ? "the site's host is not known"
        : undefined,
  detect(subject) {
    const referrer = readAddress(subject.comment.referrer ?? "");
    if (!referrer || subject.fromServer || subject.ownHosts.size === 0 || isOwn(subject, referrer.host))
      return undefined;
    return {
      strength: 1,
      evidence: referrer.host,
      span: { field: "referrer", start: 0, end: subject.comment.referrer?.length ?? 0 },
    };
  },
};
