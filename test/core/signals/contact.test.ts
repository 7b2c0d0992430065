import { contact } from "../../../src/core/signals/contact.ts";
import { table } from "./table.ts";

table(contact, {
  is: { name: "contact", group: "text" },
  finds: [
    [
      "numbers without separators, beside a messenger's short name",
      "Hub WA 081200001234, 081200005678 now",
      {
        strength: 1,
        evidence: "phone, messenger",
        span: { field: "content", start: 7, end: 19 },
        variants: ["phone", "messenger"],
      },
    ],
    [
      "a number at a sentence's end",
      "ring 081200001234.",
      {
        strength: 0.5,
        evidence: "phone",
        span: { field: "content", start: 5, end: 17 },
        variants: ["phone"],
      },
    ],
    [
      "a number after a word that asks to call",
      "Tel: 62812000012",
      {
        strength: 0.5,
        evidence: "phone",
        span: { field: "content", start: 5, end: 16 },
        variants: ["phone"],
      },
    ],
    [
      "a messenger's address",
      "on wa.me/x",
      {
        strength: 0.5,
        evidence: "messenger",
        span: { field: "content", start: 3, end: 9 },
        variants: ["messenger"],
      },
    ],
    [
      "a mail address",
      "write to ada.b+1@tides.example now",
      {
        strength: 0.5,
        evidence: "mail",
        span: {
          field: "content",
          start: 9,
          end: 30,
        },
        variants: ["mail"],
      },
    ],
    [
      "a telephone number with its country",
      "call +1 (555) 010-4432",
      {
        strength: 0.5,
        evidence: "phone",
        span: {
          field: "content",
          start: 5,
          end: 22,
        },
        variants: ["phone"],
      },
    ],
    [
      "a telephone number in groups",
      "call 555-010-4432",
      {
        strength: 0.5,
        evidence: "phone",
        span: {
          field: "content",
          start: 5,
          end: 17,
        },
        variants: ["phone"],
      },
    ],
    [
      "brackets",
      "call (0555) 010 4432 now",
      {
        strength: 0.5,
        evidence: "phone",
        span: {
          field: "content",
          start: 5,
          end: 20,
        },
        variants: ["phone"],
      },
    ],
    ...["WhatsApp", "whats app", "Telegram", "skype", "viber", "WeChat", "kik", "icq", "t.me/"].map(
      (name) =>
        [
          name,
          `on ${name}`,
          {
            strength: 0.5,
            evidence: "messenger",
            span: { field: "content", start: 3, end: 3 + name.length },
            variants: ["messenger"],
          },
        ] as const,
    ),
    [
      "a wallet of the first kind",
      "to 1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
      {
        strength: 0.5,
        evidence: "wallet",
        span: {
          field: "content",
          start: 3,
          end: 37,
        },
        variants: ["wallet"],
      },
    ],
    [
      "a wallet of the second kind",
      "to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
      {
        strength: 0.5,
        evidence: "wallet",
        span: {
          field: "content",
          start: 3,
          end: 45,
        },
        variants: ["wallet"],
      },
    ],
    [
      "a wallet of the third kind",
      "to 0x52908400098527886E0F7030069857D2E4169EE7",
      {
        strength: 0.5,
        evidence: "wallet",
        span: {
          field: "content",
          start: 3,
          end: 45,
        },
        variants: ["wallet"],
      },
    ],
    [
      "mail and messenger",
      "ada@tides.example or telegram",
      {
        strength: 1,
        evidence: "mail, messenger",
        span: {
          field: "content",
          start: 0,
          end: 17,
        },
        variants: ["mail", "messenger"],
      },
    ],
    [
      "three ways are as strong as can be",
      "viber +1 (555) 010-4432 or ada@tides.example",
      {
        strength: 1,
        evidence: "mail, phone, messenger",
        span: {
          field: "content",
          start: 27,
          end: 44,
        },
        variants: ["mail", "phone", "messenger"],
      },
    ],
  ],
  passes: [
    ["a long number that does not begin as a telephone's", "order 1234567890123"],
    ["a fraction", "about 0.0812000012 of it"],
    ["a short name without a number", "wa alaikum, and call 12345 steps"],
    ["groups of too few digits", "call 555-010-44 or 55-010-4432 or 555-01-4432"],
    ["years", "in 2019 and 2020, 2021-2022"],
    ["a room", "room 12345"],
    ["a date", "2024-05-17 and 17.05.2024"],
    ["a version", "1.2.3.4 or 127.0.0.1"],
    ["an amount", "1 000 000 people"],
    ["a word that only begins like a messenger", "kikimora and skypes"],
    ["a word that only ends like one", "ticicq"],
    ["an app that is asked about", "the what's app question"],
    ["somebody is addressed", "see @mira"],
    ["an at sign alone", "a @ b"],
    ["a hash of another length", "commit 0x5290840009852788"],
  ],
});
