import type { Intake } from "../../contract/intake.ts";
import type { Author } from "../../core/comment.ts";
import { hash } from "../../core/hash.ts";
import type { CommentRow } from "../tables/comment-row.ts";

/** The blog's own user: the blog alone says who that is, a form does not. */
const userOf = ({ id }: Author): string[] => (id ? [`id:${hash(id).toString(36)}`] : []);

/** The parts of the network that a submission came by, under both salts; none, if most commenters share it. */
export function networkOf(
  { network }: Pick<Intake, "network">,
  shared: ReadonlySet<string>,
): readonly string[] {
  const prefixes = network?.prefix ?? [];
  return prefixes.some((prefix) => shared.has(prefix)) ? [] : prefixes;
}

/** By what an author is told from somebody who only typed her mail address. */
export const marksOf = (
  intake: Pick<Intake, "network" | "browser" | "comment">,
  shared: ReadonlySet<string>,
): string[] => [
  ...networkOf(intake, shared),
  ...(intake.browser ? [intake.browser] : []),
  ...userOf(intake.comment.author),
];

/** The same of a comment as it is stored. */
export const marksOfRow = ({
  prefix,
  browser,
  comment,
}: Pick<CommentRow, "prefix" | "browser" | "comment">): string[] => [
  ...[prefix, browser].filter((mark) => mark !== null),
  ...userOf(comment.author),
];
