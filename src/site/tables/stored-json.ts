import * as z from "zod";
import { storedOrigin } from "../../contract/intake.ts";
import { systemOrigin } from "../../contract/integration.ts";
import { attempt } from "../../contract/outgoing.ts";
import { storedComment, storedVerdict } from "../../contract/stored-comment.ts";
import type { Cell } from "../../contract/upkeep.ts";
import { parseStored } from "../../platform/stored.ts";
import { storedImportRecord, storedSketches } from "./imports.ts";
import { pageFault, storedLessons } from "./lessons.ts";
import { storedDays } from "./past-days.ts";
import { metaValues } from "./stored-meta.ts";
import { storedDecided } from "./suspects.ts";

const sequences = z.array(z.number());
const named = z.array(z.tuple([z.string(), z.looseObject({})]));
const n = z.number();

/** The columns that hold JSON, and what they must hold. */
const columns: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  comments: {
    comment: storedComment,
    verdict: storedVerdict,
    decisions: sequences,
    events: sequences,
    akismet: storedOrigin,
    origin: systemOrigin,
    attempts: z.array(attempt),
  },
  learned: { standings: named, domains: named, lessons: storedLessons },
  lessons: { lessons: storedLessons },
  imports: {
    record: storedImportRecord,
    standings: named,
    domains: named,
    sketches: storedSketches,
    days: storedDays,
  },
  suspects: { marks: z.array(z.string()), comment: storedComment, decided: storedDecided },
  days: { counts: z.object({ publish: n, review: n, reject: n, blatant: n }) },
};

const metaSchemas: Readonly<Record<string, z.ZodType>> = metaValues;

/** Why the JSON in a row cannot be read; undefined: it can, or there is none. */
export function jsonFault(table: string, row: Readonly<Record<string, Cell>>): string | undefined {
  const schemas = table === "meta" ? { value: metaSchemas[String(row.name)] } : columns[table];
  for (const [column, schema] of Object.entries(schemas ?? {})) {
    const cell = row[column];
    if (!schema || cell === null || cell === undefined) continue;
    const read = typeof cell === "string" ? parseStored(cell, schema) : { fault: "no text" };
    if ("fault" in read) return `${column}: ${read.fault}`;
  }
  return schemas && "lessons" in schemas ? pageFault(row.lessons, row.buckets) : undefined;
}
