import type { BulkRequest } from "../../contract/decided.ts";
import type { DecisionRequest } from "../../contract/decision.ts";
import { reading, writing } from "../call.ts";
import { look } from "../views/lists.ts";
import { bringBack } from "./bring-back.ts";
import { bulk, undoBatch } from "./bulk.ts";
import { decide } from "./decide.ts";
import { countFreed } from "./freed.ts";

/** What people decide. */
export const decisionCalls = {
  decide: writing((site, id: string, request: DecisionRequest) =>
    decide(site, id, request, { by: request.by ?? "blog", now: Date.now() }),
  ),
  /** Decides on many comments, some at a time: call again from `next`. */
  bulk: writing((site, request: BulkRequest) => bulk(site, request, Date.now())),
  /** Takes a bulk back, some at a time: call again while decisions are left. */
  undoBatch: writing((site, batch: string, by: string) => undoBatch(site, batch, by, Date.now())),
  /** Somebody has looked through what the filter stopped, least sure first, up to here. */
  look: writing(look),
  /** How many comments only entries had rejected that are in the lists no longer. */
  countFreed: reading(countFreed),
  /** Brings such comments back, some at a time: call again while there are more. */
  bringBack: writing((site, by: string, batch: string) => bringBack(site, { by, batch, now: Date.now() })),
};
