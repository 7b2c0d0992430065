import { sameSecret } from "../../secrets/derive.ts";
import { webhookSecret } from "../../secrets/telegram.ts";
import type { Services } from "../services.ts";

/** Whether it is Telegram that tells this origin what happened to a bot: nobody else was given the secret. */
export async function isTelegram(
  { secrets, origin }: Services,
  bot: string,
  proof: string,
): Promise<boolean> {
  if (!/^\d{1,20}$/.test(bot) || proof === "" || proof.length > 256) return false;
  return sameSecret(proof, await webhookSecret(secrets.HAMLET_SECRET, bot, origin));
}
