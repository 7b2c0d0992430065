import shipped from "../../core/classifier/starter-model.json" with { type: "json" };
import type { StoredModel } from "../../core/classifier/starter-model.ts";
import { loadSources } from "./sources.ts";
import { modelWithout, trainModel, type Validated, validate } from "./train-model.ts";

/**
 * The model that a blog would have had: the shipped one, or, for comments that it was trained on, one that never saw their
 * source, made once for all blogs.
 */
export function unseenModels(
  corpora: readonly string[],
): (rows: readonly { readonly source: string }[]) => Promise<StoredModel> {
  const sources = loadSources(corpora);
  let validated: Validated | undefined;
  return async (rows) => {
    const seen = [...new Set(rows.map(({ source }) => source))].filter((source) => sources.has(source));
    const [first] = seen;
    if (first === undefined) return shipped as unknown as StoredModel;
    validated ??= await validate(sources);
    const made = seen.length === 1 ? modelWithout(validated, first) : undefined;
    const others = () => new Map([...sources].filter(([name]) => !seen.includes(name)));
    return made ?? (await trainModel(others())).model;
  };
}
