/** What was taken of the plan on one UTC day. */
export interface Use {
  readonly rowsWritten: number;
  readonly rowsRead: number;
  readonly kvWrites: number;
  readonly kvDeletes: number;
  readonly kvLists: number;
  /** Calls of Durable Objects, and their alarms. */
  readonly requests: number;
  /** Submissions refused, as the day's rows were nearly used up. */
  readonly refused: number;
}

export const noUse: Use = {
  rowsWritten: 0,
  rowsRead: 0,
  kvWrites: 0,
  kvDeletes: 0,
  kvLists: 0,
  requests: 0,
  refused: 0,
};

const kinds = Object.keys(noUse) as (keyof Use)[];

/** Both together; kinds that a part lacks count as none. */
export function plus(a: Use, b: Partial<Use>): Use {
  return Object.fromEntries(kinds.map((kind) => [kind, a[kind] + (b[kind] ?? 0)])) as unknown as Use;
}
