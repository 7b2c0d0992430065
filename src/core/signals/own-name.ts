import { fold } from "../reading/fold.ts";
import { isOwn } from "../reading/subject.ts";
import type { PriorSignal } from "./signal.ts";

export const ownName: PriorSignal = {
  name: "own-name",
  group: "trust",
  points: -2,
  description: "A name of the blog's own people, which anybody could type, with nothing that leads elsewhere",
  detect(subject, _, { own = [] }) {
    const { foldedName, links, site, contacts, name } = subject;
    if (foldedName === "" || !own.some((known) => fold(known.trim()) === foldedName)) return undefined;
    const leads = [...links, ...(site ? [site] : [])].some(({ host }) => !isOwn(subject, host));
    if (leads || contacts.length > 0) return undefined;
    return { strength: 1, evidence: name, span: { field: "author.name", start: 0, end: name.length } };
  },
};
