/** What a change of the settings would have meant, beside the form. */
export const preview = {
  title: "What this would have meant",
  ask: "Change a setting and see what it would have meant for your last comments, before you save it.",
  button: "What would it have meant?",
  nothing: "No comment has come yet that could tell.",
  about: (comments: string) =>
    `For your last ${comments} comments. Spam beyond doubt is left out: no setting lets it through.`,
  settings: "Settings",
  now: "as they are",
  typed: "as in the form",
  same: "No comment would have gone elsewhere.",
  examples: "These would have gone elsewhere",
  would: (now: string, then: string) => `${now} → ${then}`,
  outcomes: { publish: "published", review: "held for you", reject: "stopped" },
  labels: { ham: "is fine", spam: "is spam", none: "not decided" },
  nobody: "Without a name",
  open: "Open",
};
