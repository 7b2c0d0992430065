import { formInput } from "../../../src/core/signals/form-input.ts";
import { table } from "./table.ts";

table(formInput, {
  is: { name: "form-input", group: "form", points: 2 },
  finds: [
    [
      "nobody touched a key",
      { form: { inputs: 0 } },
      {
        strength: 1,
        evidence: "no key, click or touch",
      },
    ],
  ],
  passes: [
    ["one click", { form: { inputs: 1 } }],
    ["many keys", { form: { inputs: 240 } }],
    ["the script did not count", { form: {} }],
    ["nothing is known of the form", {}],
    ["a server sent it", { type: "webmention", form: { inputs: 0 } }],
  ],
  missing: [
    ["nothing is known of the form", {}, "no count of inputs sent"],
    ["the script did not count", { form: { elapsed: 9000 } }, "no count of inputs sent"],
    ["nobody touched a key", { form: { inputs: 0 } }, undefined],
  ],
});
