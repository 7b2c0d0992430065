import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App, AppContext } from "../../context.ts";
import { hostsOf } from "../../contract/policy.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { originOf } from "../../platform/address.ts";
import { siteWithForm } from "../../service/form.ts";
import { notCached, safeHeaders } from "../guards.ts";
import { detectLanguage } from "../messages/language.ts";
import { failed } from "./answers.ts";

/** Bytes of a form: a text of the longest that is read, each letter escaped. */
const MOST = 256 * 1024;

/** Sets `record`, if there is a site of this name whose own form is switched on. */
const findForm: MiddlewareHandler<App> = async (c, next) => {
  const record = await siteWithForm(c.var.services, c.req.param("site") ?? "");
  if (record) c.set("record", record);
  await next();
};

/** Where a form that is sent again leads: browsers ask of the page that holds it that it names the hosts. */
function leadsTo({ var: { record } }: AppContext): string {
  const hosts = record === undefined ? [] : hostsOf(record.settings);
  return hosts.flatMap((host) => [`https://${host}`, `http://${host}`]).join(" ");
}

/** Lets a request through that comes from a page of the site, or does not say from where. */
const fromOwnPage: MiddlewareHandler<App> = async (c, next) => {
  const record = c.var.record as SiteRecord | undefined;
  if (!record) return failed(c, 404, "noForm");
  const origin = c.req.header("origin") ?? "null";
  const isOwn = URL.canParse(origin) && hostsOf(record.settings).includes(new URL(origin).host);
  if (isOwn) c.header("access-control-allow-origin", origin);
  c.header("vary", "origin", { append: true });
  // Browsers say "null" of a page that tells no referrer, and nothing before 2020: what comes so is judged as any other.
  if (isOwn || origin === "null" || origin === originOf(c.req.url)) return next();
  return failed(c, 403, "elsewhere");
};

/** A request of a page of the blog's own, to a site whose form is switched on. Sets `record`. */
export const blogsPage: readonly MiddlewareHandler<App>[] = [
  notCached,
  detectLanguage,
  findForm,
  safeHeaders(leadsTo as Parameters<typeof safeHeaders>[0]),
  fromOwnPage,
  bodyLimit({ maxSize: MOST, onError: (c) => failed(c as AppContext, 413, "unreadable") }),
];
