import type * as z from "zod";
import { asMeant, cuts } from "../contract/as-meant.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { submission as schema, siteId } from "../contract/submission.ts";
import { formToken, readFormToken } from "../secrets/form-token.ts";
import { intakeOf } from "../secrets/identity.ts";
import { now, type Services } from "./services.ts";
import { type TakenIn, takeIn } from "./take-in.ts";

/** The record of a site whose own form is switched on; undefined: there is none. */
export async function siteWithForm({ directory }: Services, id: string): Promise<SiteRecord | undefined> {
  const record = siteId.safeParse(id).success ? await directory.site(id) : undefined;
  return record?.settings.form ? record : undefined;
}

/** A token for a form that is shown now. */
export const tokenFor = ({ secrets }: Services, record: SiteRecord): Promise<string> =>
  formToken(secrets.HAMLET_SECRET, record, now());

interface Posted {
  /** The comment by the names of `/v1`, but for what the token tells. */
  readonly given: { readonly form: object };
  readonly token: string | undefined;
}

/** Takes a comment in that a page of the blog posted, as any other; `issues`: why it is none. */
export async function receiveForm(
  services: Services,
  record: SiteRecord,
  { given, token }: Posted,
): Promise<TakenIn | Pick<z.ZodError, "issues">> {
  const { HAMLET_SECRET: master } = services.secrets;
  const proved = token === undefined ? undefined : await readFormToken(master, record, token, now());
  const sent = asMeant({ ...given, form: { ...given.form, ...proved } });
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return parsed.error;
  const submission = parsed.data;
  const intake = await intakeOf({ submission, warnings: cuts(sent, submission) }, record, master, now());
  return takeIn(services, record, null, intake, { isStranger: true });
}
