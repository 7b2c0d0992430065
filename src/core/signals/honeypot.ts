import { shortened } from "../reading/quoted.ts";
import type { PriorSignal } from "./signal.ts";

export const honeypot: PriorSignal = {
  name: "honeypot",
  group: "form",
  points: 7,
  description: "A form field that people do not see was filled in",
  missing: ({ comment }) => (comment.form?.honeypot === undefined ? "no honeypot field sent" : undefined),
  detect({ comment, fromServer }) {
    const value = comment.form?.honeypot?.trim() ?? "";
    return value === "" || fromServer ? undefined : { strength: 1, evidence: shortened(value, 60) };
  },
};
