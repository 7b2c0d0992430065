import { type Labelled, readLabelled } from "../../cli/reading/labelled.ts";
import { play } from "../../cli/replay/play.ts";
import { type StarterModel, type StoredModel, unpack } from "../../core/classifier/starter-model.ts";
import { serve } from "../computing/processes.ts";
import { measured } from "./measured.ts";
import { ways } from "./ways.ts";

/** A file of labelled comments, and which of the ways it is played. */
export interface Playing {
  readonly file: string;
  readonly way: number;
}

/** Read once by each process. */
const known = new Map<string, { readonly rows: readonly Labelled[]; readonly starter: StarterModel }>();

function given(file: string, models: ReadonlyMap<string, StoredModel>) {
  const before = known.get(file);
  if (before) return before;
  const { rows } = readLabelled([file], () => undefined);
  const read = { rows, starter: unpack(models.get(file) as StoredModel) };
  known.set(file, read);
  return read;
}

serve(({ file, way: at }: Playing, models: ReadonlyMap<string, StoredModel>) => {
  const { rows, starter } = given(file, models);
  const { name: _, bare = false, ...way } = ways[at] as (typeof ways)[number];
  return measured(play(rows, { learning: true, noticed: 1, ...way, starter: bare ? undefined : starter }));
});
