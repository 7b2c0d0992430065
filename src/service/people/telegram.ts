import { MINUTE } from "../../platform/clock.ts";
import { connectCodeOf, newCodeSeed } from "../../secrets/connect-code.ts";
import { linkCodeHash } from "../../secrets/telegram.ts";
import { now, type Services } from "../services.ts";

/** For so long a code serves, milliseconds. */
const LIFE = 10 * MINUTE;

/** Makes a one-time code that links whoever sends it to a bot of this Hamlet; undefined: there is no such member. */
export async function makeTelegramCode(services: Services, member: string): Promise<string | undefined> {
  const { secrets, directoryObject } = services;
  const code = await connectCodeOf(secrets.HAMLET_SECRET, newCodeSeed());
  const hash = await linkCodeHash(secrets.HAMLET_SECRET, code);
  return (await directoryObject.keepTelegramCode(member, hash, now() + LIFE)) ? code : undefined;
}

/** Since when a member's Telegram account is linked, milliseconds since 1970; undefined: it is not. */
export const telegramOf = ({ directoryObject }: Services, member: string): Promise<number | undefined> =>
  directoryObject.telegramOf(member);

export const unlinkTelegram = ({ directoryObject, actor }: Services, member: string): Promise<boolean> =>
  directoryObject.unlinkTelegram(member, actor, now());
