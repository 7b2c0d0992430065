/** What the filter can teach itself from. */
export type Label = "spam" | "ham";

/** Where a comment is. */
export const statuses = ["pending", "published", "spam", "discarded"] as const;

export type Status = (typeof statuses)[number];

interface DecisionRule {
  readonly status: Status;
  readonly teaches: Label | undefined;
}

/** What a moderator can do with a comment, and what each choice means. */
export const decisions = {
  approve: { status: "published", teaches: "ham" },
  spam: { status: "spam", teaches: "spam" },
  discard: { status: "discarded", teaches: undefined },
} as const satisfies Record<string, DecisionRule>;

export type Decision = keyof typeof decisions;

/** Where the machine's outcome puts a comment. */
export const placeOf = { publish: "published", review: "pending", reject: "spam" } as const;
