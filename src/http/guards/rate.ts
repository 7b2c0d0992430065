import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { isWithinRate } from "../../service/rate.ts";
import { problem } from "../problem.ts";

/** Seconds after which a caller over her limit may try again. */
export const RETRY_AFTER = 30;

/** Lets a key make as many requests as it may in a minute, and answers 429 beyond. */
export const withinRate: MiddlewareHandler<App> = async (c, next) => {
  const { services, record, grant } = c.var;
  if (!(await isWithinRate(services, record.id, grant)))
    throw problem(429, { detail: "More than 600 requests a minute with this key.", retryAfter: RETRY_AFTER });
  await next();
};
