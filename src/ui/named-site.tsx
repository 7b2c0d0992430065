import type { MiddlewareHandler } from "hono";
import type { App } from "../context.ts";
import { siteId } from "../contract/submission.ts";
import { Missing } from "./parts/missing.tsx";
import { render } from "./parts/render.tsx";

/** Lets only those addresses through whose site may be one: what is none would stand in addresses that lead back. */
export const namedSite: MiddlewareHandler<App> = (c, next) => {
  const site = c.req.param("site");
  if (site === undefined || siteId.safeParse(site).success) return next();
  return Promise.resolve(render(c, <Missing what="site" />, 404));
};
