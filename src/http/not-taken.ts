import { secondsToReset } from "../contract/plan.ts";
import { now } from "../service/services.ts";
import { problem } from "./problem.ts";

/** Why a submission was not taken in, as its sender is told. */
export const notTaken = {
  conflict: () =>
    problem(409, {
      detail: "This id was used for other content. Send recheckReason if the comment was edited.",
    }),
  revoked: () => problem(401, { detail: "The key was revoked." }),
  deleted: () => problem(401, { detail: "The site was deleted." }),
  exhausted: () =>
    problem(429, {
      detail:
        "The day's quota is nearly used up, and what is left is kept for comments that a person may have to see. Nothing was stored.",
      retryAfter: secondsToReset(now()),
    }),
  postponed: () =>
    problem(429, {
      detail:
        "The day's quota is nearly used up. This comment would have been held, and looks more like spam than not: keep it, and send it again. Nothing was stored.",
      retryAfter: secondsToReset(now()),
    }),
  unavailable: () =>
    problem(503, { detail: "Nothing was stored. Send it again with the same id.", retryAfter: 30 }),
};
