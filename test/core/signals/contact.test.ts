import { describe, expect, it } from "vitest";
import { contactsOf } from "../../../src/core/reading/contacts.ts";
import { contact } from "../../../src/core/signals/contact.ts";
import { accounts, contacts, noContacts } from "../../../src/lab/parity/contacts.ts";
import { table } from "./table.ts";

const row = (why: string, content: string, first: string, ...kinds: string[]) => {
  const start = content.indexOf(first);
  return [
    why,
    content,
    {
      strength: Math.min(1, kinds.length / 2),
      evidence: kinds.join(", "),
      span: { field: "content", start, end: start + first.length },
      variants: ["any", ...kinds],
    },
  ] as const;
};

table(contact, {
  is: { name: "contact", group: "text" },
  finds: [
    row(
      "numbers without separators, beside a messenger's short name",
      "Hub WA 081200001234, 081200005678 now",
      "081200001234",
      "phone",
      "messenger",
    ),
    row("a number at a sentence's end", "ring 081200001234.", "081200001234", "phone"),
    row("a number after a word that asks to call", "Tel: 62812000012", "62812000012", "phone"),
    row("a messenger's address", "on wa.me/x", "wa.me/x", "messenger"),
    row("a mail address", "write to ada.b+1@tides.example now", "ada.b+1@tides.example", "mail"),
    row("one with its signs spelled", "ada [at] tides [dot] example", "ada [at] tides [dot] example", "mail"),
    row("a telephone number with its country", "call +1 (555) 010-4432", "+1 (555) 010-4432", "phone"),
    row("a telephone number in groups", "call 555-010-4432", "555-010-4432", "phone"),
    row("brackets", "call (0555) 010 4432 now", "(0555) 010 4432", "phone"),
    row("digits of another script", "رقم ٠٥٥١٢٣٤٥٦٧", "٠٥٥١٢٣٤٥٦٧", "phone"),
    row(
      "a number in words",
      "dial six five zero five five five zero now",
      "six five zero five five five zero",
      "phone",
    ),
    ...["WhatsApp", "whats app", "Telegram", "skype", "viber", "WeChat", "kik", "icq"].map((name) =>
      row(`${name} and an account`, `on ${name}: ada_24`, `${name}: ada_24`, "messenger"),
    ),
    row("an account of the kind that messengers give", "write @ada_24", "@ada_24", "messenger"),
    row("a messenger in a script without spaces", "请加微信：meimei5588", "微信：meimei5588", "messenger"),
    row(
      "a wallet of the first kind",
      "to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
      "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
      "wallet",
    ),
    row(
      "a wallet of the second kind",
      "to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
      "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
      "wallet",
    ),
    row(
      "a wallet of the third kind",
      "to 0x52908400098527886E0F7030069857D2E4169EE7",
      "0x52908400098527886E0F7030069857D2E4169EE7",
      "wallet",
    ),
    row(
      "mail and messenger",
      "ada@tides.example or telegram: ada_24",
      "ada@tides.example",
      "mail",
      "messenger",
    ),
    row(
      "three ways are as strong as can be",
      "viber: ada_24, +1 (555) 010-4432 or ada@tides.example",
      "ada@tides.example",
      "mail",
      "phone",
      "messenger",
    ),
  ],
  passes: [
    ["a long number that does not begin as a telephone's", "order 1234567890123"],
    ["a fraction", "about 0.0812000012 of it"],
    ["a short name without a number", "wa alaikum, and call 12345 steps"],
    ["groups of too few digits", "see 555-010-44 or 55-010-4432 or 555-01-4432"],
    ["years", "in 2019 and 2020, 2021-2022"],
    ["a room", "room 12345"],
    ["a date", "2024-05-17 and 17.05.2024"],
    ["a version", "1.2.3.4 or 127.0.0.1"],
    ["an amount", "1 000 000 people"],
    ["a messenger that is only talked of", "I like Telegram more than WhatsApp, or skype"],
    ["a word that only begins like a messenger", "kikimora and skypes"],
    ["a word that only ends like one", "ticicq"],
    ["an app that is asked about", "the what's app question"],
    ["somebody is addressed", "see @mira"],
    ["an at sign alone", "a @ b"],
    ["a hash of another length", "commit 0x5290840009852788"],
  ],
});

describe("a contact", () => {
  it.each([...accounts, ...contacts])("is %s", (text) => {
    expect(contactsOf(text)).not.toEqual([]);
  });

  it.each(noContacts)("is not %s", (text) => {
    expect(contactsOf(text)).toEqual([]);
  });
});
