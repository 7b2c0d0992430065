import * as z from "zod";
import { scopes, settings } from "./site.ts";

const cell = z.union([z.string(), z.number(), z.null(), z.object({ base64: z.base64() })]);
const name = z.string().regex(/^[a-z_]{1,40}$/, "a name in lower case");

/** A site as the directory holds it: its record, and the hashes by which its keys are known. */
export const heldSite = z.object({
  record: z.object({
    id: z.string(),
    version: z.int(),
    createdAt: z.int(),
    settings: settings.partial().loose(),
    generation: z.int(),
    keys: z.array(
      z.object({ n: z.int(), scope: z.enum(scopes), createdAt: z.int(), revokedAt: z.int().nullable() }),
    ),
  }),
  keys: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), n: z.int(), scope: z.enum(scopes) })),
});

export type HeldSite = z.output<typeof heldSite>;

/** A step of putting a backup in. */
export const restoreStep = z
  .discriminatedUnion("step", [
    /** Empties the place; refused where a site lives, unless forced. */
    z.object({ step: z.literal("begin"), force: z.boolean().default(false) }),
    z.object({
      step: z.literal("rows"),
      table: name,
      columns: z.array(name).min(1).max(60),
      rows: z.array(z.array(cell)),
    }),
    /** The site lives from here on, with its keys. */
    z.object({ step: z.literal("finish"), site: heldSite }),
  ])
  .meta({ id: "RestoreStep" });

export type RestoreStep = z.output<typeof restoreStep>;
