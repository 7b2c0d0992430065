import { readFileSync } from "node:fs";
import { command } from "../cli/command.ts";
import { loadStarter } from "../core/classifier/starter.ts";
import { type StoredModel, unpack } from "../core/classifier/starter-model.ts";
import { table } from "./bench/table.ts";
import { type Parity, parity, spreadOf } from "./parity/measure.ts";

const { values } = command({
  call: "npm run parity",
  about: `Prints how far one and the same thing lies apart by language, name, website and emoji, with a new site's filter.`,
  options: { model: { type: "string", value: "FILE", help: "another model than the shipped one" } },
  examples: ["npm run parity"],
  exits: { 0: "nothing lies too far apart", 1: "something does" },
});
const starter = values.model
  ? unpack(JSON.parse(readFileSync(values.model, "utf8")) as StoredModel)
  : loadStarter();
const found = parity(starter);

const edge = ({ scores }: Parity, sign: 1 | -1) => {
  const [first] = [...scores].sort((a, b) => sign * (a.score - b.score));
  return first ? `${first.of} ${first.score.toFixed(2)}` : "";
};
table(
  "One thing said in many ways, log-odds on a new site",
  ["", "ways", "lowest", "highest", "apart", "at most"],
  found.map((one) => [
    one.name,
    String(one.scores.length),
    edge(one, 1),
    edge(one, -1),
    spreadOf(one).toFixed(2),
    String(one.most),
  ]),
);
if (found.some((one) => spreadOf(one) > one.most)) process.exitCode = 1;
