import { shouting } from "../../../src/core/signals/shouting.ts";
import { table } from "./table.ts";

table(shouting, {
  is: { name: "shouting", group: "text" },
  finds: [
    [
      "every letter is a capital",
      "BUY CHEAP WATCHES ONLINE TODAY",
      {
        strength: 1,
        evidence: "100% capitals",
      },
    ],
    [
      "Cyrillic capitals",
      "КУПИТЕ ДЕШЁВЫЕ ЧАСЫ СЕГОДНЯ",
      {
        strength: 1,
        evidence: "100% capitals",
      },
    ],
    [
      "twenty letters",
      "A".repeat(20),
      {
        strength: 1,
        evidence: "100% capitals",
      },
    ],
    [
      "more than two in five",
      `${"A".repeat(9)}${"b".repeat(11)}`,
      {
        strength: 0.45,
        evidence: "45% capitals",
      },
    ],
    [
      "the first thousand characters count",
      `${"A".repeat(1000)} ${"b".repeat(3000)}`,
      {
        strength: 1,
        evidence: "100% capitals",
      },
    ],
  ],
  passes: [
    ["nineteen letters", "A".repeat(19)],
    ["a short cheer", "GREAT POST!!!"],
    ["two in five", `${"A".repeat(8)}${"b".repeat(12)}`],
    ["a script without capitals", "これはとても面白い記事でした。ありがとうございます。"],
    ["acronyms", "The NASA and ESA data differ from what I read."],
    [
      "a link in capitals",
      "see HTTP://TIDES.EXAMPLE/BUY/CHEAP/WATCHES/ONLINE for more of that kind of thing",
    ],
    ["digits", "1234567890 1234567890 1234567890"],
    ["nothing", ""],
  ],
});
