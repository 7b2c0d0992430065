import { type StarterModel, type StoredModel, unpack } from "./classifier/starter-model.ts";
import stored from "./starter-model.json" with { type: "json" };

let model: StarterModel | undefined;

/** The shipped model, unpacked once. */
export function loadStarter(): StarterModel {
  model ??= unpack(stored as StoredModel);
  return model;
}
