/** Words that many pages use. */
export const words = {
  statuses: { pending: "waiting", published: "published", spam: "spam", discarded: "discarded" },
  outcomes: { publish: "publish", review: "hold for a person", reject: "reject" },
  decisions: { approve: "Approve", spam: "Spam", discard: "Discard", hold: "Hold", undo: "Undo" },
  decided: {
    approve: "Approved · learned as ham",
    spam: "Marked spam · learned",
    discard: "Discarded · nothing learned",
    hold: "Waits again",
    undo: "Undone",
  },
  likelihoods: {
    surelySpam: "surely spam",
    likelySpam: "likely spam",
    abuse: "may be abuse",
    doubtful: "doubtful",
    likelyFine: "likely fine",
    surelyFine: "surely fine",
  },
  justNow: "just now",
  noName: "(no name)",
  back: "Back",
  because: { abuse: "abuse", "off-topic": "off topic", other: "other" },
};
