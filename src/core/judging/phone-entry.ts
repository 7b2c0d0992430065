import { plainDigits } from "../reading/digits.ts";
import { fold } from "../reading/fold.ts";

export type PhoneNumber = RegExp;

/** What people put between the digits of a number; dashes of any length. */
const BETWEEN = "[\\s()./·•_‐‑–—-]{0,3}";

/**
 * A telephone number with whatever stands between its digits, with `+` or `00` before it, and the `(0)` that is left out from
 * abroad.
 */
export function phoneOf(written: string): PhoneNumber {
  const digits = written.replace(/\(0\)/, "").replace(/\D/g, "").replace(/^00/, "");
  const between = `${BETWEEN}(?:\\(0\\)${BETWEEN})?`;
  return new RegExp(`(?<!\\d)(?:00${BETWEEN})?${[...digits].join(between)}(?!\\d)`);
}

/** A text as numbers are looked for: with the digits of other scripts as ours, and without what nobody sees. */
export const dialled = (text: string): string => fold(plainDigits(text));
