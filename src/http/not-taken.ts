import type { HTTPException } from "hono/http-exception";
import { untaken } from "../contract/intake.ts";
import { secondsToReset } from "../contract/plan.ts";
import { now } from "../service/services.ts";
import { problem } from "./problem.ts";

/** Seconds after which a submission that nothing could store may come again. */
const SOON = 30;

/** Tells a sender why her submission was not taken in, and when to send it again. */
export function notTaken(reason: keyof typeof untaken): HTTPException {
  const { code, detail } = untaken[reason];
  if (code === 503) return problem(code, { detail, retryAfter: SOON });
  return problem(code, { detail, ...(code === 429 && { retryAfter: secondsToReset(now()) }) });
}
