import type { Arriving } from "../../core/memory/recent.ts";
import type { Labelled } from "../reading/labelled.ts";

const DAY = 86_400_000;

/**
 * Labelled comments as they came to the site, in order. One without a time came a day after the one before, so that nothing is
 * said of haste. Addresses stand for themselves: nothing of a history that is played is kept.
 */
export function* arrivalsOf(
  rows: readonly Labelled[],
): Generator<{ readonly row: Labelled; readonly arriving: Arriving }> {
  let before = 0;
  for (const row of rows) {
    before = row.at ?? before + DAY;
    yield { row, arriving: arrivingOf(row, before) };
  }
}

function arrivingOf({ id, line, comment, prefix, browser }: Labelled, arrived: number): Arriving {
  const { content, author, post, type } = comment;
  return {
    id: id ?? `line ${line}`,
    comment,
    hash: JSON.stringify([content, author.name, author.email, author.url, post.url, type]),
    mail: author.email?.trim().toLowerCase(),
    network: prefix === undefined ? undefined : { prefix: [prefix] },
    browser,
    arrived,
  };
}
