import type { Quirk } from "./quirk.ts";
import { accountQuirks } from "./quirks-of-account.ts";
import { answerQuirks } from "./quirks-of-answers.ts";
import { encodingQuirks } from "./quirks-of-encoding.ts";
import { keyQuirks } from "./quirks-of-keys.ts";
import { wordPressQuirks } from "./quirks-of-wordpress.ts";

/** Every quirk of the protocol, one row each. All are tests by `is_test`: nothing is stored or learned. */
export const quirks: readonly Quirk[] = [
  ...keyQuirks,
  ...encodingQuirks,
  ...answerQuirks,
  ...wordPressQuirks,
  ...accountQuirks,
];
