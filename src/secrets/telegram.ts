import { hex, hmac } from "./derive.ts";

/**
 * What Telegram proves itself with when it tells what happened to a bot; the bot is known by its number. It is good at one origin
 * only: an owner may have a bot tell another, and what that one hears opens nothing here.
 */
export const webhookSecret = async (master: string, bot: string, origin: string): Promise<string> =>
  hex(await hmac(master, `telegram webhook\n${bot}\n${origin}`));

/** By which an account of Telegram is known here, to one bot: who it is is not kept. */
export const accountHash = async (master: string, bot: string, account: number): Promise<string> =>
  hex(await hmac(master, `telegram account\n${bot}\n${account}`));

/** What is stored of a code that links an account, for one bot. */
export const linkCodeHash = async (master: string, bot: string, code: string): Promise<string> =>
  hex(await hmac(master, `telegram code\n${bot}\n${code.toUpperCase().replace("-", "")}`));
