import type { SiteState } from "./site-state.ts";
import type { StarterModel } from "./starter-model.ts";

/** What the classifier knows: the shipped model, and what this site learned on top of it. */
export interface Corpus {
  readonly starter: StarterModel | undefined;
  readonly site: SiteState;
}
