import { randomMail } from "../../../src/core/signals/random-mail.ts";
import { table } from "./table.ts";

table(randomMail, {
  is: { name: "random-mail", group: "author", points: 0.7 },
  finds: [
    [
      "five digits",
      { author: { email: "x12345@mail.example" } },
      {
        strength: 1,
        evidence: "x1…",
        span: {
          field: "author.email",
          start: 0,
          end: 6,
        },
      },
    ],
    [
      "digits and letters by turns",
      { author: { email: "a1b2c3d@mail.example" } },
      {
        strength: 1,
        evidence: "a1…",
        span: {
          field: "author.email",
          start: 0,
          end: 7,
        },
      },
    ],
    [
      "the same in capitals",
      { author: { email: "A1B2C3D@mail.example" } },
      {
        strength: 1,
        evidence: "A1…",
        span: {
          field: "author.email",
          start: 0,
          end: 7,
        },
      },
    ],
    [
      "six consonants",
      { author: { email: "xbcdfgh@mail.example" } },
      {
        strength: 1,
        evidence: "xb…",
        span: {
          field: "author.email",
          start: 0,
          end: 7,
        },
      },
    ],
    [
      "four dots",
      { author: { email: "j.o.h.n.doe@mail.example" } },
      {
        strength: 1,
        evidence: "j.…",
        span: {
          field: "author.email",
          start: 0,
          end: 11,
        },
      },
    ],
    [
      "an at sign in quotes",
      { author: { email: '"a@12345"@mail.example' } },
      {
        strength: 1,
        evidence: '"a…',
        span: {
          field: "author.email",
          start: 0,
          end: 9,
        },
      },
    ],
    [
      "a part longer than the rules allow: its first 64 characters",
      { author: { email: `12345${"e".repeat(80)}@mail.example` } },
      {
        strength: 1,
        evidence: "12…",
        span: {
          field: "author.email",
          start: 0,
          end: 64,
        },
      },
    ],
  ],
  passes: [
    ["a number that is the account", { author: { email: "1234567890@mail.example" } }],
    ["a name", { author: { email: "ada.bauer@mail.example" } }],
    ["a name and a year", { author: { email: "jo1984@mail.example" } }],
    ["two turns of digit and letter", { author: { email: "a1b2c@mail.example" } }],
    ["five consonants", { author: { email: "bcdfg.ada@mail.example" } }],
    ["y is a vowel", { author: { email: "bcdyfgh@mail.example" } }],
    ["three dots", { author: { email: "a.b.c.doe@mail.example" } }],
    ["digits in the domain only", { author: { email: "ada@123456.example" } }],
    ["digits beyond the first 64 characters", { author: { email: `${"ea".repeat(32)}12345@mail.example` } }],
    ["none was sent", {}],
    ["it is empty", { author: { email: "" } }],
  ],
  missing: [
    ["none was sent", {}, "no mail address sent"],
    ["one was sent", { author: { email: "ada@mail.example" } }, undefined],
  ],
});
