import type { Author, Comment } from "../comment.ts";
import { hash } from "../hash.ts";

/** By what a commenter can be told, beyond what she writes. Hashes are keyed. */
export interface Came {
  readonly comment: Pick<Comment, "author">;
  /** The part of the network, under the present salt and the one before. */
  readonly network?: { readonly prefix: readonly string[] } | undefined;
  readonly browser?: string | undefined;
}

/** The blog's own user: the blog alone says who that is, a form does not. */
const userOf = ({ id }: Author): string[] => (id ? [`id:${hash(id).toString(36)}`] : []);

/** The parts of the network that a submission came by, under both salts; none, if most commenters share it. */
export function networkOf(
  { network }: Pick<Came, "network">,
  shared: ReadonlySet<string>,
): readonly string[] {
  const prefixes = network?.prefix ?? [];
  return prefixes.some((prefix) => shared.has(prefix)) ? [] : prefixes;
}

/** By what an author is told from somebody who only typed her mail address. */
export const marksOf = (came: Came, shared: ReadonlySet<string>): string[] => [
  ...networkOf(came, shared),
  ...(came.browser ? [came.browser] : []),
  ...userOf(came.comment.author),
];

/** The same of a comment as it is stored. */
export const marksOfRow = ({
  prefix,
  browser,
  comment,
}: {
  readonly prefix: string | null;
  readonly browser: string | null;
  readonly comment: Pick<Comment, "author">;
}): string[] => [...[prefix, browser].filter((mark) => mark !== null), ...userOf(comment.author)];
