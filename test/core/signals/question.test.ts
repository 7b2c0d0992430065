import { question } from "../../../src/core/signals/question.ts";
import { table } from "./table.ts";

table(question, {
  is: { name: "question", group: "text" },
  finds: [
    [
      "one",
      "why?",
      {
        strength: 0.5,
        evidence: "one question",
        variants: ["one"],
      },
    ],
    [
      "two",
      "why? how?",
      {
        strength: 1,
        evidence: "2 questions",
        variants: ["several"],
      },
    ],
    [
      "a full-width one",
      "为什么？",
      {
        strength: 0.5,
        evidence: "one question",
        variants: ["one"],
      },
    ],
    [
      "an Arabic one",
      "لماذا؟",
      {
        strength: 0.5,
        evidence: "one question",
        variants: ["one"],
      },
    ],
  ],
  passes: [
    ["none", "why not"],
    ["in a link only", "see http://x.example/?p=1 there"],
    ["turned over", "¿que"],
    ["an exclamation", "what!"],
    ["a Greek one, which is a semicolon", "γιατί;"],
    ["nothing", ""],
  ],
});
