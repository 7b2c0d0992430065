import { type Action, readActionToken } from "../secrets/action-token.ts";
import type { Desk } from "./desk.ts";
import { now, type Services } from "./services.ts";

/** What a link out of a message may do: show one comment, and decide on it once. */
export function actionDesk({
  directory,
  secrets,
  siteObject,
}: Services): Pick<Desk, "linked" | "decideLinked"> {
  const read = async (site: string, token: string) => {
    const record = await directory.fresh(site);
    // Switched off, no link that went out before is good any more.
    if (!record?.settings.notify?.act) return undefined;
    const action = await readActionToken(secrets.HAMLET_SECRET, site, record.generation, token, now());
    return action && { record, action };
  };
  const asThen = <T extends { readonly revision: number }>(comment: T | undefined, action: Action) =>
    comment?.revision === action.revision ? comment : undefined;
  return {
    async linked(site, token) {
      const valid = await read(site, token);
      if (!valid) return undefined;
      return asThen(await siteObject(site).detail(valid.action.id, valid.record), valid.action);
    },
    async decideLinked(site, token, decision) {
      const valid = await read(site, token);
      if (!valid) return undefined;
      const { id, revision } = valid.action;
      return siteObject(site).decide(id, { decision, revision, by: "link" }, valid.record);
    },
  };
}
