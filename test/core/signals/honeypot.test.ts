import { honeypot } from "../../../src/core/signals/honeypot.ts";
import { table } from "./table.ts";

table(honeypot, {
  is: { name: "honeypot", group: "form", points: 7 },
  finds: [
    [
      "the hidden field was filled in",
      { form: { honeypot: "x" } },
      {
        strength: 1,
        evidence: "x",
      },
    ],
    [
      "spaces stand around what was filled in",
      { form: { honeypot: "  buy now\n" } },
      {
        strength: 1,
        evidence: "buy now",
      },
    ],
    [
      "what was filled in is long: it is cut",
      { form: { honeypot: "a".repeat(80) } },
      {
        strength: 1,
        evidence: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…",
      },
    ],
    [
      "a contact form's field was filled in",
      { type: "contact-form", form: { honeypot: "0" } },
      {
        strength: 1,
        evidence: "0",
      },
    ],
  ],
  passes: [
    ["it is empty", { form: { honeypot: "" } }],
    ["it holds only spaces", { form: { honeypot: " \t\n" } }],
    ["only other things of the form are known", { form: { elapsed: 400, inputs: 0, token: "failed" } }],
    ["nothing is known of the form", {}],
    ["a server sent it: a pingback has no form", { type: "pingback", form: { honeypot: "x" } }],
    ["a server sent it: a trackback has no form", { type: "trackback", form: { honeypot: "x" } }],
    ["a server sent it: a webmention has no form", { type: "webmention", form: { honeypot: "x" } }],
  ],
  missing: [
    ["no form was sent", {}, "no honeypot field sent"],
    ["a form without the field was sent", { form: { elapsed: 400 } }, "no honeypot field sent"],
    ["the field was sent empty", { form: { honeypot: "" } }, undefined],
  ],
});
