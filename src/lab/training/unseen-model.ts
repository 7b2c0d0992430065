import { loadStarter } from "../../core/classifier/starter.ts";
import { type StarterModel, unpack } from "../../core/classifier/starter-model.ts";
import { loadSources } from "./sources.ts";
import { modelWithout, trainModel, type Validated, validate } from "./train-model.ts";

/**
 * The model that a blog would have had: the shipped one, or, for comments that it was trained on, one that never saw their
 * source, made once for all blogs.
 */
export function unseenModels(
  corpora: readonly string[],
): (rows: readonly { readonly source: string }[]) => StarterModel {
  const sources = loadSources(corpora);
  let validated: Validated | undefined;
  return (rows) => {
    const seen = [...new Set(rows.map(({ source }) => source))].filter((source) => sources.has(source));
    const [first] = seen;
    if (first === undefined) return loadStarter();
    validated ??= validate(sources);
    const made = seen.length === 1 ? modelWithout(validated, first) : undefined;
    return unpack(made ?? trainModel(new Map([...sources].filter(([name]) => !seen.includes(name)))).model);
  };
}
