import type * as z from "zod";
import { asMeant, cuts } from "../contract/as-meant.ts";
import type { SystemName } from "../contract/integration.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { submission as schema } from "../contract/submission.ts";
import { intakeOf } from "../secrets/identity.ts";
import { seal } from "../secrets/seal.ts";
import type { Said } from "../systems/system.ts";
import { idOf } from "../systems/systems.ts";
import { now, type Services } from "./services.ts";
import { type TakenIn, takeIn } from "./take-in.ts";

type Comment = Extract<Said, { what: "comment" }>;

/** Takes a comment of another system in, as any other; `issues`: why it is none. */
export async function receiveComment(
  services: Services,
  record: SiteRecord,
  system: SystemName,
  { submission: given, reference, changed, assumes }: Comment,
): Promise<TakenIn | Pick<z.ZodError, "issues">> {
  const { HAMLET_SECRET: master } = services.secrets;
  const sent = asMeant({ ...given, id: idOf(system, given.id) });
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return parsed.error;
  const submission = parsed.data;
  const warnings = cuts(sent, submission);
  const intake = await intakeOf({ submission, warnings }, record, master, now());
  const origin = {
    system,
    changed,
    assumes,
    reference: reference === undefined ? undefined : await seal(master, record, reference),
  };
  return takeIn(services, record, null, { ...intake, origin });
}

/**
 * Lets a comment go that its system deleted. What Hamlet itself had deleted there it keeps, for its moderators to look at
 * and to undo.
 */
export async function receiveDeletion(
  { siteObject }: Services,
  record: SiteRecord,
  system: SystemName,
  own: string,
): Promise<void> {
  const id = idOf(system, own);
  const known = await siteObject(record.id).answer(id, record);
  if (known?.status === "published" || known?.status === "pending")
    await siteObject(record.id).remove(id, false, record);
}
