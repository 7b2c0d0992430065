import { Hono } from "hono";
import type { App } from "../../context.ts";
import { telegramUpdate } from "../../contract/telegram.ts";
import { hear } from "../../service/telegram/updates.ts";
import { jsonBody } from "../guards/body.ts";

/** An update holds a message of 4,096 characters and a keyboard at most. */
const MOST_BYTES = 64 * 1024;

/** What Telegram tells of a bot. Whatever is not for Hamlet is taken and says nothing: refused, it would come again. */
export function telegramRoutes(): Hono<App> {
  const app = new Hono<App>();
  app.post("/in/telegram/:bot", ...jsonBody({ most: MOST_BYTES }), async (c) => {
    const update = telegramUpdate.safeParse(await c.req.json());
    const answer = update.success ? await hear(c.var.services, c.req.param("bot"), update.data) : undefined;
    return c.json(answer ?? {});
  });
  return app;
}
