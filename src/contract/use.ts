import * as z from "zod";

const count = z.number().default(0);

/** What was taken of the plan on one UTC day. A kind that came after it was stored counts as none. */
export const use = z.object({
  rowsWritten: count,
  rowsRead: count,
  kvReads: count,
  kvWrites: count,
  kvDeletes: count,
  kvLists: count,
  /** Calls of Durable Objects, and their alarms. */
  requests: count,
  /** Submissions refused, as the day's rows were nearly used up. */
  refused: count,
});

export type Use = Readonly<z.output<typeof use>>;

/** How a site was when it told of its use, in numbers. */
export const figures = z.record(z.string(), z.number());

export const noUse: Use = use.parse({});

/** Both together; kinds that a part lacks count as none. */
export function plus(a: Use, b: Partial<Use>): Use {
  const sum = (kind: keyof Use) => a[kind] + (b[kind] ?? 0);
  return {
    rowsWritten: sum("rowsWritten"),
    rowsRead: sum("rowsRead"),
    kvReads: sum("kvReads"),
    kvWrites: sum("kvWrites"),
    kvDeletes: sum("kvDeletes"),
    kvLists: sum("kvLists"),
    requests: sum("requests"),
    refused: sum("refused"),
  };
}

export type Figures = Readonly<z.output<typeof figures>>;

/** What one part of the account took on the day it last told of. */
export interface Account {
  /** A site's id; empty: the Worker itself. */
  readonly site: string;
  /** When it told, milliseconds since 1970. */
  readonly at: number;
  readonly use: Use;
  /** How the site was then, in numbers. */
  readonly figures: Figures;
}
