import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { hasMore } from "../../platform/forms/has-more.ts";
import { problemResponse } from "../problem.ts";

/** Characters that the headers may have which are taken apart: ten times what browsers and clients send of them. */
export const LONGEST_HEADERS = {
  authorization: 4_096,
  "content-type": 1_024,
  cookie: 8_192,
  "accept-language": 512,
} as const;

/** Cookies that a request may have: no browser keeps more for one host. */
const MOST_COOKIES = 200;

/** Characters that an address may have: what servers commonly read. */
export const LONGEST_ADDRESS = 8_192;

/** Refuses a request whose address or headers would take long to be read, before anything reads them. */
export const bearableHeaders: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.url.length > LONGEST_ADDRESS)
    return problemResponse(414, { detail: `The address may have at most ${LONGEST_ADDRESS} characters.` });
  for (const [name, longest] of Object.entries(LONGEST_HEADERS))
    if ((c.req.header(name)?.length ?? 0) > longest)
      return problemResponse(431, { detail: `The header ${name} may have at most ${longest} characters.` });
  if (hasMore(";", MOST_COOKIES, c.req.header("cookie") ?? ""))
    return problemResponse(431, { detail: `The header cookie may hold at most ${MOST_COOKIES} cookies.` });
  await next();
  return undefined;
};
