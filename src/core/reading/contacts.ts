import { NOT_ASCII } from "./characters.ts";
import { plainDigits } from "./digits.ts";
import { messengersIn } from "./messenger.ts";
import { mayHold, mayHoldName } from "./needs.ts";
import { LEAST_DIGITS, phonesIn } from "./phone.ts";
import type { Part } from "./rewrite.ts";
import { spelledMails } from "./spelled-mail.ts";
import { LEAST_WORDS, spelledNumbers } from "./spelled-number.ts";
import { surveyOf } from "./survey.ts";
import { signsOf } from "./symbols.ts";
import { SAID } from "./told-words.ts";
import { LEAST_LONG, walletsIn } from "./wallet.ts";

/** A way to reach somebody outside the page, as it stands in the text; offsets in UTF-16 units. */
export interface Contact extends Part {
  readonly kind: "mail" | "phone" | "messenger" | "wallet";
}

/** Contacts of each kind beyond these say nothing new. */
const MOST = 20;

/** Every contact of a text, by kind and in order. */
export function contactsOf(text: string): readonly Contact[] {
  if (!mayBeReached(surveyOf(text))) return NONE;
  const plain = plainDigits(text);
  const found: Contact[] = [];
  add(found, "mail", spelledMails(plain));
  if (surveyOf(plain).digits >= LEAST_DIGITS) add(found, "phone", phonesIn(plain));
  add(found, "phone", spelledNumbers(plain));
  add(found, "messenger", messengersIn(plain));
  add(found, "wallet", walletsIn(plain));
  return found;
}

const NONE: readonly Contact[] = [];
/** Signs of accounts and addresses, and brackets around those that are told in words. */
const SIGNS = signsOf("@_[({<:=+/");
const LOOSE_DOT = mayHold(" .");

/** Whether a text may hold a contact of any kind: it is not ASCII, or has signs, digits or words for one. */
function mayBeReached(survey: ReturnType<typeof surveyOf>): boolean {
  const { classes, signs, digits, digitWords, longest, told } = survey;
  return (
    (classes & NOT_ASCII) !== 0 ||
    (signs & SIGNS) !== 0 ||
    digits > 0 ||
    digitWords >= LEAST_WORDS ||
    longest >= LEAST_LONG ||
    (told & SAID) !== 0 ||
    mayHoldName(survey) ||
    LOOSE_DOT(survey)
  );
}

function add(found: Contact[], kind: Contact["kind"], parts: readonly Part[]): void {
  for (let i = 0; i < parts.length && i < MOST; i++) {
    const { start, end } = parts[i] as Part;
    found.push({ kind, start, end });
  }
}
