/** Where a counted bundle notes what ran, and where it tells of it. */
export const RAN = "filesThatRan";

/** The room that other rooms enter by its doors: on a trip it is passed as a whole, and its doors are opened. */
export const CORE = "core/";

/** Files below src/ whose functions ran. */
export interface Ran {
  readonly files: ReadonlySet<string>;
  /** Those of the core that another room called. */
  readonly doors: ReadonlySet<string>;
}
