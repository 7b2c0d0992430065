import type * as z from "zod";
import { asMeant, cuts } from "../contract/as-meant.ts";
import type { FormAnswer } from "../contract/form.ts";
import type { Intake } from "../contract/intake.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { submission as schema, siteId } from "../contract/submission.ts";
import { authorToken, EDITABLE } from "../secrets/author-token.ts";
import { formToken, readFormToken } from "../secrets/form-token.ts";
import { intakeOf } from "../secrets/identity.ts";
import { type Proofs, provedBy } from "./form-proof.ts";
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
  readonly proofs: Proofs;
}

/** Whoever fills in a form is a stranger to the site. */
const STRANGER = { isStranger: true };

/** What became of a comment; `edit`: how its author may change it. */
type Received = TakenIn & { readonly edit?: FormAnswer["edit"] };

/** Takes a comment in that a page of the blog posted, as any other; `issues`: why it is none. */
export async function receiveForm(
  services: Services,
  record: SiteRecord,
  { given, token, proofs }: Posted,
): Promise<Received | Pick<z.ZodError, "issues">> {
  const { HAMLET_SECRET: master } = services.secrets;
  const proved = token === undefined ? undefined : await readFormToken(master, record, token, now());
  const sent = asMeant({ ...given, form: { ...given.form, ...proved } });
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return parsed.error;
  const submission = parsed.data;
  const read = await intakeOf({ submission, warnings: cuts(sent, submission) }, record, master, now());
  const intake = withProof(read, await provedBy(services, record, proofs));
  const taken = await takeIn(services, record, null, intake, STRANGER);
  const isEdited = !taken.ok && taken.reason === "conflict";
  return isEdited ? takenAs(services, record, another(intake)) : withEdit(services, record, intake, taken);
}

function withProof(intake: Intake, proved: Awaited<ReturnType<typeof provedBy>>): Intake {
  if (proved === undefined) return intake;
  const { proof, solution } = proved;
  const { comment } = intake;
  return { ...intake, solution, comment: { ...comment, form: { ...comment.form, proof } } };
}

const takenAs = async (services: Services, record: SiteRecord, intake: Intake): Promise<Received> =>
  withEdit(services, record, intake, await takeIn(services, record, null, intake, STRANGER));

/** The same words again, after its author had changed the comment that came with them: another comment. */
const another = (intake: Intake): Intake => ({
  ...intake,
  id: `${intake.id}~${intake.arrived.toString(36)}`,
  alias: undefined,
});

/** Whoever sends what was there already has not shown to be its author; nor is that known while the site does not answer. */
async function withEdit(
  { secrets }: Services,
  record: SiteRecord,
  { id, arrived }: Intake,
  taken: TakenIn,
): Promise<Received> {
  if (!taken.ok || !taken.created || taken.judged !== undefined) return taken;
  if (taken.answer.status !== "published" && taken.answer.status !== "pending") return taken;
  const token = await authorToken(secrets.HAMLET_SECRET, record, { id, arrived });
  return { ...taken, edit: { token, until: new Date(arrived + EDITABLE).toISOString() } };
}
