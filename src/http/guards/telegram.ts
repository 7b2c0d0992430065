import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { isTelegram } from "../../service/telegram/proof.ts";
import { problem } from "../problem.ts";
import type { Guard } from "./guard.ts";

const HEADER = "x-telegram-bot-api-secret-token";

/** Lets only Telegram through, by the secret that it was given for this bot. */
const byTelegram: MiddlewareHandler<App> = async (c, next) => {
  const proof = c.req.header(HEADER) ?? "";
  if (!(await isTelegram(c.var.services, c.req.param("bot") ?? "", proof)))
    throw problem(401, { detail: "The secret token is missing or wrong." });
  await next();
};

/** Telegram, by the secret token of a bot's webhook. */
export const fromTelegram: Guard = { failures: [401], middleware: [byTelegram] };
