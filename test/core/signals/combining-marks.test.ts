import { combiningMarks } from "../../../src/core/signals/combining-marks.ts";
import { table } from "./table.ts";

table(combiningMarks, {
  is: { name: "combining-marks", group: "text", points: 1.5 },
  finds: [
    [
      "three accents on a letter",
      "ah h\u0301\u0302\u0303ello",
      {
        strength: 1,
        evidence: "3 marks on one letter",
        span: {
          field: "content",
          start: 4,
          end: 7,
        },
      },
    ],
    [
      "five",
      "h\u0301\u0302\u0303\u0304\u0305",
      {
        strength: 1,
        evidence: "5 marks on one letter",
        span: {
          field: "content",
          start: 1,
          end: 6,
        },
      },
    ],
  ],
  passes: [
    ["two accents", "e\u0301\u0302"],
    ["Vietnamese", "Việt Nam và tiếng Việt"],
    ["the same with its accents apart", "Việt Nam".normalize("NFD")],
    ["Hebrew with points", "הַשָּׁלוֹם"],
    ["Arabic with vowels", "مُحَمَّدٌ"],
    ["Hindi", "नमस्ते दुनिया"],
    ["Thai", "ที่นี่ น้ำ"],
    ["an accent", "é"],
    ["plain text", "plain"],
  ],
});
