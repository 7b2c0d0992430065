import type { PriorSignal } from "./signal.ts";

export const formInput: PriorSignal = {
  name: "form-input",
  group: "form",
  points: 2,
  description: "The form's script saw no key, click or touch: a program filled it in",
  missing: ({ comment }) => (comment.form?.inputs === undefined ? "no count of inputs sent" : undefined),
  detect: ({ comment, fromServer }) =>
    comment.form?.inputs === 0 && !fromServer
      ? { strength: 1, evidence: "no key, click or touch" }
      : undefined,
};
