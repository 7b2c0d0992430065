import { formToken } from "../../../src/core/signals/form-token.ts";
import { table } from "./table.ts";

table(formToken, {
  is: { name: "form-token", group: "form", points: 1 },
  finds: [
    [
      "the token was wrong",
      { form: { token: "failed" } },
      {
        strength: 1,
        evidence: "token missing or wrong",
      },
    ],
  ],
  passes: [
    ["it was right", { form: { token: "passed" } }],
    ["there was none", { form: {} }],
    ["nothing is known of the form", {}],
    ["a server sent it", { type: "pingback", form: { token: "failed" } }],
  ],
  missing: [
    ["nothing is known of the form", {}, "no form token sent"],
    ["there was none", { form: { inputs: 3 } }, "no form token sent"],
    ["it was wrong", { form: { token: "failed" } }, undefined],
  ],
});
