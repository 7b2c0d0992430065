import { readFileSync } from "node:fs";
import { type Labelled, readLabelled } from "../../cli/reading/labelled.ts";
import { play } from "../../cli/replay/play.ts";
import { type StarterModel, type StoredModel, unpack } from "../../core/classifier/starter-model.ts";
import { codeOf, kept } from "../computing/kept.ts";
import { serve } from "../computing/processes.ts";
import { measured } from "./measured.ts";
import { ways } from "./ways.ts";

/** A file of labelled comments, and which of the ways it is played. */
export interface Playing {
  readonly file: string;
  readonly way: number;
}

const CODE = codeOf("src/core", "src/contract", "src/cli/reading", "src/cli/replay", "src/lab/accuracy");

/** Read once by each process. */
const known = new Map<string, { readonly rows: readonly Labelled[]; readonly starter: StarterModel }>();

function given(file: string, model: StoredModel) {
  const before = known.get(file);
  if (before) return before;
  const { rows } = readLabelled([file], () => undefined);
  const read = { rows, starter: unpack(model) };
  known.set(file, read);
  return read;
}

/** What was played is kept: a run that was broken off goes on where it was. */
serve(({ file, way: at }: Playing, models: ReadonlyMap<string, StoredModel>) => {
  const model = models.get(file) as StoredModel;
  const { name, bare = false, ...way } = ways[at] as (typeof ways)[number];
  const inputs = [CODE, name, JSON.stringify(model), readFileSync(file, "utf8")];
  return kept("accuracy", inputs, () => {
    const { rows, starter } = given(file, model);
    return measured(play(rows, { learning: true, noticed: 1, ...way, starter: bare ? undefined : starter }));
  });
});
