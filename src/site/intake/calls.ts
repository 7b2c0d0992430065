import type { AkismetCall } from "../../contract/akismet.ts";
import { reading, writing } from "../call.ts";
import { takeOver } from "./take-over.ts";

/** What comes in when nobody waits for a verdict, and what is noted of those who call. */
export const intakeCalls = {
  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver: writing(takeOver),
  /** A submission was refused for these fields. */
  noteRefusal: writing((site, status: number, pointers: readonly string[]) =>
    site.refusals.note(status, pointers, Date.now()),
  ),
  noteCall: writing((site, call: AkismetCall) => site.akismetCalls.note(call)),
  akismetCalls: reading((site) => site.akismetCalls.all),
  /** A key is in use; many isolates say so, and it is written down once an hour. */
  noteKeyUse: writing((site, n: number, now: number) => site.meta.noteKeyUse(n, now)),
  keyUse: reading((site) => site.meta.keyUse),
};
