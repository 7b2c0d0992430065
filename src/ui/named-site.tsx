import type { MiddlewareHandler } from "hono";
import type { App } from "../context.ts";
import { memberId } from "../contract/members.ts";
import { siteId } from "../contract/submission.ts";
import { Missing } from "./parts/missing.tsx";
import { render } from "./parts/render.tsx";

/** Lets only those addresses through whose site and person may be some: what is none would stand in addresses that lead back. */
export const namedSite: MiddlewareHandler<App> = (c, next) => {
  const { site, person } = c.req.param() as { readonly site?: string; readonly person?: string };
  const missing = (what: "site" | "person") => Promise.resolve(render(c, <Missing what={what} />, 404));
  if (site !== undefined && !siteId.safeParse(site).success) return missing("site");
  return person === undefined || memberId.safeParse(person).success ? next() : missing("person");
};
