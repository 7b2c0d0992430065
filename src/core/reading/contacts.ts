import { plainDigits } from "./digits.ts";
import { messengersIn } from "./messenger.ts";
import { LEAST_DIGITS, phonesIn } from "./phone.ts";
import type { Part } from "./rewrite.ts";
import { spelledMails } from "./spelled-mail.ts";
import { spelledNumbers } from "./spelled-number.ts";
import { surveyOf } from "./survey.ts";
import { walletsIn } from "./wallet.ts";

/** A way to reach somebody outside the page, as it stands in the text; offsets in UTF-16 units. */
export interface Contact extends Part {
  readonly kind: "mail" | "phone" | "messenger" | "wallet";
}

/** Contacts of each kind beyond these say nothing new. */
const MOST = 20;

/** Every contact of a text, by kind and in order. */
export function contactsOf(text: string): Contact[] {
  const plain = plainDigits(text);
  const found: Contact[] = [];
  add(found, "mail", spelledMails(plain));
  if (surveyOf(plain).digits >= LEAST_DIGITS) add(found, "phone", phonesIn(plain));
  add(found, "phone", spelledNumbers(plain));
  add(found, "messenger", messengersIn(plain));
  add(found, "wallet", walletsIn(plain));
  return found;
}

function add(found: Contact[], kind: Contact["kind"], parts: readonly Part[]): void {
  for (let i = 0; i < parts.length && i < MOST; i++) {
    const { start, end } = parts[i] as Part;
    found.push({ kind, start, end });
  }
}
