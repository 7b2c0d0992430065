import type { ShownComment } from "../tables/readers.ts";

/**
 * The comments on a page that a reader is to be told of: those by others that answer one of hers, or what answers that, and came
 * after she asked. `shown`: what is published there; `told`: what she was told of.
 */
export function answersTo(
  shown: readonly ShownComment[],
  { mail, asked }: { readonly mail: string; readonly asked: number },
  told: ReadonlySet<string>,
): string[] {
  const below = new Set(shown.flatMap((comment) => (comment.mail === mail ? [comment.id] : [])));
  const answers = new Map<string, string[]>();
  for (const { id, parent } of shown) {
    if (parent === null) continue;
    const others = answers.get(parent);
    if (others) others.push(id);
    else answers.set(parent, [id]);
  }
  // What is added while it is gone through comes up, too.
  for (const id of below) for (const answer of answers.get(id) ?? []) below.add(answer);
  return shown.flatMap((one) => {
    const isAnswer = one.parent !== null && one.parent !== one.id && below.has(one.parent);
    return isAnswer && one.mail !== mail && one.arrived > asked && !told.has(one.id) ? [one.id] : [];
  });
}
