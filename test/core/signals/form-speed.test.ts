import { formSpeed } from "../../../src/core/signals/form-speed.ts";
import { table } from "./table.ts";

table(formSpeed, {
  is: { name: "form-speed", group: "form", points: 3 },
  finds: [
    [
      "the form came back at once",
      { form: { elapsed: 0 } },
      {
        strength: 1,
        evidence: "sent after 0.0 s",
      },
    ],
    [
      "after less than three seconds",
      { form: { elapsed: 2999 } },
      {
        strength: 1,
        evidence: "sent after 3.0 s",
      },
    ],
    [
      "after three seconds",
      { form: { elapsed: 3000 } },
      {
        strength: 0.33,
        evidence: "sent after 3.0 s",
      },
    ],
    [
      "after less than six seconds",
      { form: { elapsed: 5949 } },
      {
        strength: 0.33,
        evidence: "sent after 5.9 s",
      },
    ],
  ],
  passes: [
    ["after six seconds", { form: { elapsed: 6000 } }],
    ["after half a minute", { form: { elapsed: 30_000 } }],
    ["after an hour", { form: { elapsed: 3_600_000 } }],
    ["after a day to the millisecond", { form: { elapsed: 86_400_000 } }],
    ["after more than a day", { form: { elapsed: 86_400_001 } }],
    ["before it was shown", { form: { elapsed: -1 } }],
    ["the time is not known", { form: { honeypot: "" } }],
    ["nothing is known of the form", {}],
    ["a server sent it", { type: "webmention", form: { elapsed: 1 } }],
  ],
  missing: [
    ["the time is not known", { form: { honeypot: "" } }, "no form time sent"],
    ["nothing is known of the form", {}, "no form time sent"],
    ["it was sent before it was shown", { form: { elapsed: -1 } }, "the form's time lies in the future"],
    [
      "it is a static page's, with the time of the build",
      { form: { elapsed: 40 * 86_400_000 } },
      "the form is older than a day",
    ],
    ["the time is known", { form: { elapsed: 0 } }, undefined],
    ["it is a day to the millisecond", { form: { elapsed: 86_400_000 } }, undefined],
  ],
});
