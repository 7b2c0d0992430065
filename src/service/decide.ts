import type { Decided, LastDecision, Replied } from "../contract/decided.ts";
import type { DecisionRequest, ReplyRequest } from "../contract/decision.ts";
import { askSite, byOf, type Services } from "./services.ts";

/** Decides on a comment. Never throws for a site that is down: "unavailable". */
export async function decide(
  services: Services,
  site: string,
  id: string,
  request: DecisionRequest,
): Promise<Decided | { readonly ok: false; readonly reason: "unavailable" }> {
  try {
    const decided = await askSite(services, site, (object, record) =>
      object.decide(id, { ...request, by: byOf(services, request.by ?? "blog") }, record),
    );
    return decided ?? { ok: false, reason: "unknown_comment" };
  } catch {
    return { ok: false, reason: "unavailable" };
  }
}

/** Answers a comment on its blog. Never throws for a site that is down: "unavailable". */
export async function reply(
  services: Services,
  site: string,
  id: string,
  request: ReplyRequest,
): Promise<Replied | { readonly ok: false; readonly reason: "unavailable" }> {
  try {
    const replied = await askSite(services, site, (object, record) =>
      object.reply(id, { ...request, by: byOf(services, request.by ?? "blog") }, record),
    );
    return replied ?? { ok: false, reason: "unknown_comment" };
  } catch {
    return { ok: false, reason: "unavailable" };
  }
}

/** What somebody decided in several sites, the newest first: a bulk over them is one decision. */
export function lastOf(all: readonly LastDecision[]): readonly LastDecision[] {
  const batches = new Map<string, number>();
  for (const { batch } of all)
    if (batch) batches.set(batch.name, (batches.get(batch.name) ?? 0) + batch.count);
  const told = new Set<string>();
  return all
    .toSorted((a, b) => b.at - a.at)
    .flatMap((one) => {
      if (!one.batch) return [one];
      const { name, later } = one.batch;
      if (told.has(name)) return [];
      told.add(name);
      return [{ ...one, batch: { name, count: batches.get(name) ?? 0, later } }];
    });
}
