import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { noteRefusal } from "../../service/refusals.ts";

const REFUSED = new Set([400, 413, 415, 422]);

/** Has the site keep which fields of its blog's submissions were refused, so that its owner sees a broken client. */
export const noteRefusals: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const { services, record } = c.var;
  const { status } = c.res;
  if (!REFUSED.has(status)) return;
  const { errors } = await c.res.clone().json<{ errors?: readonly { pointer: string }[] }>();
  const pointers = (errors ?? []).map(({ pointer }) => pointer);
  await noteRefusal(services, record, status, pointers);
};
