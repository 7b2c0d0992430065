import * as z from "zod";
import type { Day } from "../../contract/insight.ts";
import { hash } from "../../core/hash.ts";
import type { Trace } from "../../core/memory/recent.ts";
import { Reputation, type StoredReputation } from "../../core/memory/reputation.ts";
import { readStored } from "../../platform/stored.ts";
import { type JudgedPast, judgedFromBytes, judgedToBytes } from "./judged-past.ts";
import { daysOfPast, type StoredDays, storedDays, withDays } from "./past-days.ts";
import type { Sql } from "./sql.ts";

/** Comments of one import that share a row. */
const PART = 2000;
/** Texts that people called spam, kept in mind as sketches, of one import. */
const MOST_SKETCHES = 200;

/** What is said of an import; times in milliseconds since 1970. */
const importRecord = z.object({
  begun: z.number(),
  by: z.string(),
  /** The blog's, that began it. */
  key: z.number().optional(),
  taught: z.number(),
  weak: z.number(),
  other: z.number(),
  kept: z.number().default(0),
});

export const storedImportRecord = importRecord;

type ImportRecord = z.output<typeof importRecord>;

/** Spam of the past, to know near texts by: id, time, mail, exact hash and sketch. */
export const storedSketch = z.tuple([
  z.string(),
  z.number(),
  z.string().nullable(),
  z.string(),
  z.array(z.number()),
]);

export const storedSketches = z.array(storedSketch);

type Sketch = z.output<typeof storedSketch>;

/** An import as it grows: it is read once, changed in memory, and written once a call. */
export interface OpenImport {
  readonly source: string;
  record: ImportRecord;
  /** Bounded as the site's own is: beyond 4,000 authors or domains, what it said of the oldest is not taken back. */
  readonly reputation: Reputation;
  sketches: Sketch[];
  days: StoredDays;
}

type Row = Record<"source" | "record" | "standings" | "domains" | "sketches", string> & {
  days: string | null;
};

/** The histories that an owner brought in: which comments, how they were judged, and what to take back with them. */
export class Imports {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get sources(): string[] {
    return this.#sql
      .exec<{ source: string }>("SELECT source FROM imports ORDER BY source")
      .toArray()
      .map(({ source }) => source);
  }

  get(source: string): OpenImport | undefined {
    const [row] = this.#sql.exec<Row>("SELECT * FROM imports WHERE source = ?", source).toArray();
    return row && this.#opened(row);
  }

  all(): OpenImport[] {
    const rows = this.#sql.exec<Row>("SELECT * FROM imports ORDER BY source").toArray();
    return rows.map((row) => this.#opened(row));
  }

  write({ source, record, reputation, sketches, days }: OpenImport): void {
    const { authors, domains } = reputation.store();
    this.#sql.exec(
      `INSERT INTO imports (source, record, standings, domains, sketches, days) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (source) DO UPDATE SET record = excluded.record, standings = excluded.standings,
       domains = excluded.domains, sketches = excluded.sketches, days = excluded.days`,
      source,
      JSON.stringify(record),
      JSON.stringify(authors),
      JSON.stringify(domains),
      JSON.stringify(sketches.slice(-MOST_SKETCHES)),
      JSON.stringify(days),
    );
  }

  /** What was judged on which day, of all imports. */
  days(): Day[] {
    return this.#sql
      .exec<Pick<Row, "source" | "days">>("SELECT source, days FROM imports")
      .toArray()
      .flatMap((row) => daysOfPast(this.#days(row)));
  }

  /** Which of these comments an import has, as `keyOf` tells them. */
  known(source: string, ids: readonly string[]): Set<bigint> {
    const asked = new Map(ids.flatMap((id) => [keyOf(id), oldKeyOf(id)].map((key) => [key, keyOf(id)])));
    // Most of what is kept is not asked for, which a half of it tells.
    const halves = new Set([...asked.keys()].map((key) => Number(key & 0xffffffffn)));
    const known = new Set<bigint>();
    const parts = this.#sql
      .exec<{ ids: ArrayBuffer }>("SELECT ids FROM import_parts WHERE source = ?", source)
      .toArray();
    for (const { ids: kept } of parts) {
      const keys = new BigUint64Array(kept);
      const low = new Uint32Array(kept);
      for (let i = 0; i < keys.length; i++) {
        if (!halves.has(low[2 * i] as number)) continue;
        const key = asked.get(keys[i] as bigint);
        if (key !== undefined) known.add(key);
      }
    }
    return known;
  }

  /** How an import's comments were judged, in the order they came. */
  judged(source: string): JudgedPast[] {
    return this.#sql
      .exec<{ judged: ArrayBuffer }>("SELECT judged FROM import_parts WHERE source = ? ORDER BY part", source)
      .toArray()
      .flatMap(({ judged }) => judgedFromBytes(judged));
  }

  /** Adds comments to the last part, or to a new one: a row or two a call. `judged`: of those that teach. */
  append(source: string, ids: readonly bigint[], judged: readonly JudgedPast[]): void {
    if (ids.length === 0) return;
    const [last] = this.#sql
      .exec<{ part: number; ids: ArrayBuffer; judged: ArrayBuffer }>(
        "SELECT part, ids, judged FROM import_parts WHERE source = ? ORDER BY part DESC LIMIT 1",
        source,
      )
      .toArray();
    const open = last && last.ids.byteLength / 8 < PART ? last : undefined;
    this.#sql.exec(
      `INSERT INTO import_parts (source, part, ids, judged) VALUES (?, ?, ?, ?)
       ON CONFLICT (source, part) DO UPDATE SET ids = excluded.ids, judged = excluded.judged`,
      source,
      open?.part ?? (last ? last.part + 1 : 1),
      joined(open?.ids, BigUint64Array.from(ids).buffer),
      joined(open?.judged, judgedToBytes(judged)),
    );
  }

  remove(source: string): void {
    for (const table of ["imports", "import_parts", "suspects"])
      this.#sql.exec(`DELETE FROM ${table} WHERE source = ?`, source);
  }

  #opened(row: Row): OpenImport {
    const { source, record, standings, domains, sketches } = row;
    const stored: StoredReputation = { authors: JSON.parse(standings), domains: JSON.parse(domains) };
    const read = readStored(record, importRecord, `import ${source}`);
    return {
      source,
      record: read ?? { begun: 0, by: "", taught: 0, weak: 0, other: 0, kept: 0 },
      reputation: new Reputation(stored),
      sketches: readStored(sketches, storedSketches, `sketches of ${source}`) ?? [],
      days: this.#days(row),
    };
  }

  /** Summed up from the comments where an earlier version did not. */
  #days({ source, days }: Pick<Row, "source" | "days">): StoredDays {
    const read = days === null ? undefined : readStored(days, storedDays, `days of ${source}`);
    return read ?? withDays([], this.judged(source));
  }

  /** Spam of the past, as recent comments are kept in mind. */
  traces(): Trace[] {
    const rows = this.#sql
      .exec<Pick<Row, "source" | "sketches">>("SELECT source, sketches FROM imports ORDER BY source")
      .toArray();
    return rows.flatMap(({ source, sketches }) =>
      (readStored(sketches, storedSketches, `sketches of ${source}`) ?? []).map(
        ([id, at, mail, exact, slots]): Trace => ({
          id: `${source}:${id}`,
          post: undefined,
          hash: "",
          arrived: at,
          status: "spam",
          decided: true,
          fingerprint: { exact, sketch: Uint32Array.from(slots) },
          mail: mail ?? undefined,
          name: undefined,
          prefix: undefined,
        }),
      ),
    );
  }

  /** Forgets a commenter. How many rows spoke of her. */
  forget(mail: string): number {
    let changed = 0;
    for (const one of this.all()) {
      const sketches = one.sketches.filter(([, , whose]) => whose !== mail);
      const known = one.reputation.forget(mail);
      if (!known && sketches.length === one.sketches.length) continue;
      this.write({ ...one, sketches });
      changed++;
    }
    return changed + this.#sql.exec("DELETE FROM suspects WHERE mail = ?", mail).rowsWritten;
  }
}

/** Which comment of its source: 64 bits of two sums that begin apart, so that among a million no two meet. */
export const keyOf = (id: string): bigint => (BigInt(hash(id)) << 32n) | BigInt(hash(`\n${id}`));

/** As an earlier version told it: where the first half met, the second did. */
const oldKeyOf = (id: string): bigint => (BigInt(hash(id)) << 32n) | BigInt(hash(`${id}\n`));

function joined(before: ArrayBuffer | undefined, more: ArrayBufferLike): ArrayBuffer {
  const all = new Uint8Array((before?.byteLength ?? 0) + more.byteLength);
  if (before) all.set(new Uint8Array(before));
  all.set(new Uint8Array(more), before?.byteLength ?? 0);
  return all.buffer;
}
