import type { Status } from "../../core/judging/decision.ts";
import { partOf, type Trace } from "../../core/memory/recent.ts";
import { foreignDomains } from "../../core/reading/subject.ts";
import { type EarlierText, readEarlier } from "./earlier-texts.ts";
import type { Stored } from "./sql.ts";

/** What the memory keeps of a row, and of texts before it that a person called spam. `hosts` are the blog's own. */
export const traces = (row: Stored, hosts: readonly string[]): Trace[] => {
  const now = trace(row, hosts);
  return [...replacedSpam(now, readEarlier(row.earlier as string | null)), now];
};

/** Texts that a person called spam before an edit took their place: nobody can send them a second time, nor are they anybody's. */
export function replacedSpam(
  { id, hash, arrived, post }: Pick<Trace, "id" | "hash" | "arrived" | "post">,
  earlier: readonly EarlierText[],
): Trace[] {
  const nobody = { mail: undefined, name: undefined, prefix: undefined };
  return earlier.flatMap(({ until, spam }) => {
    if (!spam) return [];
    const fingerprint = { exact: spam.exact, sketch: Uint32Array.from(spam.sketch) };
    const known = { ...nobody, hash, arrived, post, fingerprint, parent: id };
    return [{ ...known, id: partOf(id, until), status: "spam" as const, decided: true }];
  });
}

/** What the memory of recent comments keeps of a row. */
function trace(row: Stored, hosts: readonly string[]): Trace {
  const text = (value: SqlStorageValue | undefined) => (typeof value === "string" ? value : undefined);
  const sketch = row.sketch === null ? undefined : new Uint32Array(row.sketch as ArrayBuffer);
  return {
    id: row.id as string,
    post: text(row.post),
    parent: text(row.parent),
    hash: row.hash as string,
    arrived: row.arrived as number,
    status: row.status as Status,
    decided: row.decided === 1,
    fingerprint: sketch && { exact: row.exact as string, sketch },
    mail: text(row.mail),
    name: text(row.name),
    prefix: text(row.prefix),
    domains: typeof row.linking === "string" ? foreignDomains(JSON.parse(row.linking), hosts) : undefined,
  };
}
