import { botOf } from "../../contract/telegram.ts";
import { MINUTE } from "../../platform/clock.ts";
import { connectCodeOf, newCodeSeed } from "../../secrets/connect-code.ts";
import { linkCodeHash } from "../../secrets/telegram.ts";
import { wholeUrl } from "../notify-settings.ts";
import { chosenSites, now, type Services } from "../services.ts";

/** For so long a code serves, milliseconds. */
const LIFE = 10 * MINUTE;

/** A bot by which messages with buttons come, and the names of the sites whose messages they are. */
export interface BotView {
  readonly bot: string;
  readonly sites: readonly string[];
}

/** The bots of the sites that whoever asks reaches. */
export async function botsOf(services: Services): Promise<readonly BotView[]> {
  const records = await chosenSites(services, undefined);
  const bots = new Map<string, string[]>();
  for (const record of records) {
    const { notify, name } = record.settings;
    const url = notify?.buttons ? await wholeUrl(services, record, notify) : undefined;
    const bot = url && botOf(url);
    if (bot) bots.set(bot, [...(bots.get(bot) ?? []), name]);
  }
  return [...bots].map(([bot, sites]) => ({ bot, sites }));
}

/** A code, and the sites of the bot that it is for. */
export interface TelegramCode {
  readonly code: string;
  readonly sites: readonly string[];
}

/**
 * Makes a one-time code that links whoever sends it to that bot. Undefined: there is no such member, or none of her sites has that
 * bot.
 */
export async function makeTelegramCode(
  services: Services,
  member: string,
  bot: string,
): Promise<TelegramCode | undefined> {
  const { secrets, directoryObject } = services;
  const own = (await botsOf(services)).find((one) => one.bot === bot);
  if (!own) return undefined;
  const code = await connectCodeOf(secrets.HAMLET_SECRET, newCodeSeed());
  const hash = await linkCodeHash(secrets.HAMLET_SECRET, bot, code);
  const isKept = await directoryObject.keepTelegramCode(member, bot, hash, now() + LIFE);
  return isKept ? { code, sites: own.sites } : undefined;
}

/** Unlinks a member's accounts, that of one bot or all; answers how many there were. */
export const unlinkTelegram = (
  { directoryObject, actor }: Services,
  member: string,
  bot?: string,
): Promise<number> => directoryObject.unlinkTelegram(member, bot, actor, now());
