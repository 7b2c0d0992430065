import type { PolicyHit } from "./verdict.ts";

const DOUBLE = "double of ";

/** Names the comment that was sent twice. */
export const doubleRule = (first: string): string => `${DOUBLE}${first}`;

/** Whether a comment was held as the double of another: that it is thrown away says nothing of its author. */
export const isDouble = ({ policy }: { readonly policy: readonly PolicyHit[] }): boolean =>
  policy.some(({ rule, effect }) => effect === "hold" && rule.startsWith(DOUBLE));
