import { ownName } from "../../../src/core/signals/own-name.ts";
import { table } from "./table.ts";

const own = { policy: { own: ["Mary Ann Bäcker", "id:7"] } };
const finding = (name: string) => ({
  strength: 1,
  evidence: name,
  span: { field: "author.name" as const, start: 0, end: name.length },
});

table(ownName, {
  is: { name: "own-name", group: "trust", points: -2 },
  finds: [
    ["a name of hers", { author: { name: "Mary Ann Bäcker" } }, finding("Mary Ann Bäcker"), own],
    ["in other letters", { author: { name: "mary ann BACKER" } }, finding("mary ann BACKER"), own],
    [
      "with the blog's own address",
      {
        content: "see http://blog.example/a",
        author: { name: "Mary Ann Bäcker", url: "https://blog.example" },
      },
      finding("Mary Ann Bäcker"),
      own,
    ],
  ],
  passes: [
    ["another name", { author: { name: "Mary" } }, own],
    ["a link elsewhere", { content: "see http://x.example", author: { name: "Mary Ann Bäcker" } }, own],
    ["a website elsewhere", { author: { name: "Mary Ann Bäcker", url: "http://x.example" } }, own],
    ["a contact", { content: "write to mary@shells.example", author: { name: "Mary Ann Bäcker" } }, own],
    ["a user's number as a name", { author: { name: "7" } }, own],
    ["no name", { author: {} }, own],
    ["none was given at set-up", { author: { name: "Mary Ann Bäcker" } }],
  ],
});
