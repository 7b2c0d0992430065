/** Words that many pages use. */
export const words = {
  statuses: { pending: "waits", published: "published", spam: "spam", discarded: "discarded" },
  outcomes: { publish: "published", review: "waits for you", reject: "stopped" },
  decisions: { approve: "Approve", spam: "Spam", discard: "Discard", hold: "Hold", undo: "Undo" },
  decided: {
    approve: "Approved · learned",
    spam: "Spam · learned",
    discard: "Discarded · nothing learned",
    hold: "Waits again",
    undo: "Undone",
  },
  done: { approve: "Approved", spam: "Spam", discard: "Discarded" },
  learned: { approve: "learned", spam: "learned", discard: "nothing learned" },
  bands: { fine: "Likely fine", unsure: "Unsure", spam: "Likely spam", abuse: "Abuse?" },
  spamShare: (share: string) => `${share} spam`,
  justNow: "just now",
  noName: "(no name)",
  byKey: (n: number) => `the blog’s key ${n}`,
  byKeyFor: (n: number, name: string) => `the blog’s key ${n}, for ${name}`,
  back: "Back",
  because: { abuse: "abuse", "off-topic": "off topic", other: "other" },
};
