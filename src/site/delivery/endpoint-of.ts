import type { Endpoint } from "../../contract/outgoing.ts";
import type { Settings } from "../../contract/site.ts";
import { isTold } from "../../systems/systems.ts";
import type { CommentRow } from "../tables/comment-row.ts";

/**
 * Which way a comment's events go; undefined: nobody wants them sent. A comment with which WordPress said where it wants to hear of
 * it is told there, one of another system in that system's own way, any other by the site's webhook. `row` null: of any comment.
 */
export function endpointOf(
  { webhook, mode, integration }: Settings,
  row: Pick<CommentRow, "akismet" | "origin"> | null,
): Endpoint | undefined {
  if (mode !== "enforce") return undefined;
  if (row?.akismet?.callback !== undefined) return "wordpress";
  if (row?.origin && isTold(integration, row.origin.system)) return "system";
  return webhook === null ? undefined : "webhook";
}
