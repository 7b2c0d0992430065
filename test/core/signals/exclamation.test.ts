import { exclamation } from "../../../src/core/signals/exclamation.ts";
import { table } from "./table.ts";

table(exclamation, {
  is: { name: "exclamation", group: "text" },
  finds: [
    [
      "two",
      "wow!!",
      {
        strength: 0.5,
        evidence: "!!",
        span: {
          field: "content",
          start: 3,
          end: 5,
        },
        variants: ["two"],
      },
    ],
    [
      "three",
      "wow!!!",
      {
        strength: 1,
        evidence: "!!!",
        span: {
          field: "content",
          start: 3,
          end: 6,
        },
        variants: ["many"],
      },
    ],
    [
      "full-width ones",
      "すごい！！",
      {
        strength: 0.5,
        evidence: "！！",
        span: {
          field: "content",
          start: 3,
          end: 5,
        },
        variants: ["two"],
      },
    ],
    [
      "many: they are cut",
      `wow${"!".repeat(12)}`,
      {
        strength: 1,
        evidence: "!!!!!!!!",
        span: {
          field: "content",
          start: 3,
          end: 15,
        },
        variants: ["many"],
      },
    ],
  ],
  passes: [
    ["one", "wow!"],
    ["two, but apart", "wow! wow!"],
    ["a comparison", "a != b"],
    ["a style rule", "!important"],
    ["a question between them", "what!?!"],
    ["turned over", "¡hola!"],
    ["none", "wow"],
  ],
});
