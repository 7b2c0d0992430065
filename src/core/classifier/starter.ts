import stored from "./starter-model.json" with { type: "json" };
import { type StarterModel, type StoredModel, unpack } from "./starter-model.ts";

let model: StarterModel | undefined;

/** The shipped model, unpacked once. */
export function loadStarter(): StarterModel {
  model ??= unpack(stored as unknown as StoredModel);
  return model;
}
