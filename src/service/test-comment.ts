import type { Reply } from "../contract/outgoing.ts";
import { sentSubmission } from "../contract/submission.ts";
import type { Answer } from "../contract/verdict.ts";
import { sendTest } from "./deliveries.ts";
import { now, type Services, siteRecord } from "./services.ts";
import { intakeOf, takeIn } from "./take-in.ts";

/** What became of a comment that Hamlet itself made up: it is judged, and stored nowhere. */
export interface TestComment {
  readonly answer: Answer;
  /** How long the verdict took, milliseconds. */
  readonly ms: number;
  /** What the webhook answered to a test event; undefined: there is no webhook. */
  readonly reply: Reply | undefined;
}

/** Has a comment judged as a site judges, and its webhook told of a test. "unavailable": it was not judged; undefined: there is no such site. */
export async function testComment(
  services: Services,
  site: string,
  { content, name }: { content: string; name: string },
): Promise<TestComment | "unavailable" | undefined> {
  const record = await siteRecord(services, site);
  if (!record) return undefined;
  const began = now();
  const submission = sentSubmission.parse({ content, author: { name }, test: true });
  const intake = await intakeOf({ submission, warnings: [] }, record, services.secrets.HAMLET_SECRET, began);
  const taken = await takeIn(services, record, null, intake);
  if (!taken.ok) return "unavailable";
  const ms = now() - began;
  const reply = record.settings.webhook === null ? undefined : await sendTest(services, site);
  return { answer: taken.answer, ms, reply };
}
