import type { Imports } from "../../contract/import.ts";
import type { Site } from "../site.ts";

/** So many are looked at in one go. */
const SHOWN = 20;

/** The comments of the past that a person should look at, the most doubtful first. */
export function suspectsOf(site: Site): Imports["suspects"] {
  const shown = site.suspects.all(SHOWN).map(({ mail: _, marks: __, comment, ...row }) => ({
    ...row,
    author: comment.author.name,
    content: comment.content,
    url: comment.post.url,
  }));
  return { all: site.suspects.size, shown };
}
