/** How the rule begins that names the comment which was sent twice. */
const DOUBLE = "double of ";

/** Names the comment that was sent twice. */
export const doubleRule = (first: string): string => `${DOUBLE}${first}`;

/** Whether the words of a rule are these. */
export const isDoubleRule = (rule: string): boolean => rule.startsWith(DOUBLE);
