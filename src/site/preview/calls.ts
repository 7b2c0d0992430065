import { reading } from "../call.ts";
import { previewsOf } from "./preview.ts";

/** What has not been done yet. */
export const previewCalls = {
  /** What other settings would have meant, each by itself. */
  previews: reading(previewsOf),
};
