import type { PriorSignal } from "./signal.ts";

export const formToken: PriorSignal = {
  name: "form-token",
  group: "form",
  points: 1,
  description:
    "The form's one-time token was missing or wrong: sent without the form, or from a page out of a cache",
  missing: ({ comment }) => (comment.form?.token === undefined ? "no form token sent" : undefined),
  detect: ({ comment, fromServer }) =>
    comment.form?.token === "failed" && !fromServer
      ? { strength: 1, evidence: "token missing or wrong" }
      : undefined,
};
