import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { problemResponse } from "../problem.ts";

/** Characters that the headers may have which are taken apart: ten times what browsers and clients send of them. */
export const LONGEST_HEADERS = {
  authorization: 4_096,
  "content-type": 1_024,
  cookie: 16_384,
  "accept-language": 1_024,
} as const;

/** Refuses a request with a header that would take long to be read, before anything reads it. */
export const bearableHeaders: MiddlewareHandler<App> = async (c, next) => {
  for (const [name, longest] of Object.entries(LONGEST_HEADERS))
    if ((c.req.header(name)?.length ?? 0) > longest)
      return problemResponse(431, { detail: `The header ${name} may have at most ${longest} characters.` });
  await next();
  return undefined;
};
