import type { Telling } from "./format.ts";
import { PutAside } from "./in-order.ts";
import { inputsOf } from "./input.ts";
import { Met } from "./met.ts";
import type { Past } from "./past.ts";
import { type Group, recognise } from "./recognise.ts";
import { Tally } from "./tally.ts";

/** A history that was read: what is in it by kind of file, and its comments in order of time. */
interface ReadHistory {
  readonly groups: readonly { readonly group: Group; readonly tally: Tally }[];
  /** Every comment once; whoever calls closes it. */
  readonly comments: PutAside;
  /** Files beside others that are of no known kind. */
  readonly others: readonly string[];
}

/** What an owner may say of her files. */
export interface Reading extends Telling {
  /** The kind of all files; undefined: it is recognised. */
  readonly format: string | undefined;
  /** Beginnings of addresses, and what stands for them now. */
  readonly moved: readonly (readonly [string, string])[];
}

/**
 * Reads files, archives and folders. A comment that stands in several of them, or twice in one, counts
 * once.
 */
export async function readHistory(paths: readonly string[], reading: Reading): Promise<ReadHistory> {
  const others: string[] = [];
  const given = await Promise.all(paths.map(inputsOf));
  const found = await recognise(given, reading.format, ({ name }) => others.push(name));
  const comments = new PutAside();
  try {
    return { groups: await readGroups(found, reading, comments), comments, others };
  } catch (failure) {
    comments.close();
    throw failure;
  }
}

async function readGroups(found: readonly Group[], reading: Reading, comments: PutAside) {
  const met = new Met();
  const groups = [];
  for (const group of found) {
    const tally = new Tally();
    groups.push({ group, tally });
    const { system } = group.format;
    for await (const read of group.format.read(group.inputs, reading)) {
      const isNew = "leftOut" in read || met.add(read.source ?? system, read.id);
      const past = tally.take(isNew ? read : { leftOut: "there twice" });
      if (past !== undefined) comments.add({ ...moved(past, reading.moved), source: past.source ?? system });
    }
  }
  return groups;
}

/** The same comment, its page where the blog has it now. */
function moved(past: Past, map: Reading["moved"]): Past {
  const { comment } = past;
  const { url } = comment?.post ?? {};
  const [from, to] = map.find(([old]) => url?.startsWith(old)) ?? [];
  if (!comment || url === undefined || from === undefined || to === undefined) return past;
  return {
    ...past,
    comment: { ...comment, post: { ...comment.post, url: to + url.slice(from.length) } },
  };
}
