import { CONTACTS } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

export const contact: FittedSignal = {
  name: "contact",
  group: "text",
  needs: CONTACTS,
  description: "A mail address, phone number, messenger account or wallet to write or pay to",
  detect({ contacts }) {
    const [first] = contacts;
    if (!first) return undefined;
    const kinds = [...new Set(contacts.map(({ kind }) => kind))];
    return {
      strength: Math.min(1, kinds.length / 2),
      evidence: kinds.join(", "),
      span: { field: "content", start: first.start, end: first.end },
      variants: ["any", ...kinds],
    };
  },
};
