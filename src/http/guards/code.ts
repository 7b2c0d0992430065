import { mayGuess } from "../../service/rate.ts";
import { problem } from "../problem.ts";
import type { Guard } from "./guard.ts";

/** Seconds after which somebody who guessed too often may try again. */
const RETRY_AFTER = 60;

/** Whoever has a one-time code, which stands in the body; guessing is slow. */
export const code: Guard = {
  failures: [401, 429],
  middleware: [
    async function code(c, next) {
      const address = c.req.header("cf-connecting-ip") ?? "";
      if (!(await mayGuess(c.var.services, address)))
        throw problem(429, { detail: "Too many codes were tried from here.", retryAfter: RETRY_AFTER });
      await next();
    },
  ],
};
