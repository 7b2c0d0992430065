import type { Decided, LastDecision } from "../contract/decided.ts";
import type { DecisionRequest } from "../contract/decision.ts";
import { askSite, askSites, type Services } from "./services.ts";

/** Decides on a comment. Never throws for a site that is down: "unavailable". */
export async function decide(
  services: Services,
  site: string,
  id: string,
  request: DecisionRequest,
): Promise<Decided | { readonly ok: false; readonly reason: "unavailable" }> {
  try {
    const decided = await askSite(services, site, (object, record) => object.decide(id, request, record));
    return decided ?? { ok: false, reason: "unknown_comment" };
  } catch {
    return { ok: false, reason: "unavailable" };
  }
}

/**
 * The last decision that somebody took in any of the sites, if it was after `since`, milliseconds since 1970.
 */
export async function lastDecision(
  services: Services,
  by: string,
  since: number,
): Promise<LastDecision | undefined> {
  const answers = await askSites(
    services,
    undefined,
    (object, record) => object.lastDecision(by, since, record),
    undefined,
  );
  return answers.filter((decision) => decision !== undefined).sort((a, b) => b.at - a.at)[0];
}
