import { change, MOST_EXAMPLES, type Preview } from "../../contract/preview.ts";
import type { Site } from "../site.ts";
import type { Moved } from "./moved.ts";

/** UTF-16 units of a comment that are shown. */
const MOST_SHOWN = 500;

/** Comments that would go elsewhere, those first that would be a mistake there. */
export function examplesOf(site: Site, moved: readonly Moved[]): Preview["examples"] {
  return moved
    .filter(({ now, after }) => now !== after)
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MOST_EXAMPLES)
    .flatMap(({ row, label = null, now, after }) => {
      const stored = row && site.comments.get(row.id);
      if (!stored) return [];
      const { author, content } = stored.comment;
      return [
        {
          id: stored.id,
          arrived: new Date(stored.arrived).toISOString(),
          label,
          ...change(now, after),
          ...(author.name !== undefined && { author: author.name }),
          content: content.slice(0, MOST_SHOWN),
        },
      ];
    });
}

/** How much it matters that a comment goes where it would: a good one lost, a spam shown, what else moves. */
function weightOf({ label, after }: Moved): number {
  if (label === "ham" && after === "reject") return 3;
  if (label === "spam" && after === "publish") return 2;
  return after === "review" ? 1 : 0;
}
