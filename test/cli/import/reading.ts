import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Sourced } from "../../../src/cli/import/in-order.ts";
import { type Reading, readHistory } from "../../../src/cli/import/read-history.ts";

/** What came out of files. */
export interface Outcome {
  readonly formats: readonly string[];
  /** By label and by whom. */
  readonly counts: Readonly<Record<string, number>>;
  readonly leftOut: Readonly<Record<string, number>>;
  /** In order of time. */
  readonly comments: readonly (Sourced & { readonly comment: NonNullable<Sourced["comment"]> })[];
}

const NOTHING_SAID: Reading = {
  format: undefined,
  encoding: undefined,
  zone: 0,
  blog: undefined,
  only: undefined,
  moved: [],
};

/** Reads files of these names and contents as `npm run import` does. */
export async function reading(
  files: Readonly<Record<string, string | Uint8Array>>,
  said: Partial<Reading> = {},
  paths: readonly string[] = Object.keys(files),
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "hamlet-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const history = await readHistory(
    paths.map((path) => join(folder, path)),
    { ...NOTHING_SAID, ...said },
  );
  onTestFinished(() => history.comments.close());
  return {
    formats: history.groups.map(({ group }) => group.format.name),
    counts: added(history.groups.map(({ tally }) => tally.counts)),
    leftOut: added(history.groups.map(({ tally }) => tally.leftOut)),
    comments: [...history.comments.inOrder()].flatMap(({ comment, ...one }) =>
      comment === undefined ? [] : [{ ...one, comment }],
    ),
  };
}

function added(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const counts of all) for (const [key, n] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + n;
  return sums;
}
