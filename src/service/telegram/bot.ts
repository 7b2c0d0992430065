import type { Pressed } from "../../contract/telegram.ts";
import { webhookSecret } from "../../secrets/telegram.ts";
import { exchange, withoutSecrets } from "../../site/delivery/attempts.ts";
import { now, type Services } from "../services.ts";

/** Updates that Telegram sends at once: it is a few people who press. */
const MOST_AT_ONCE = 5;

/** A bot, by the whole address at which it sends messages. */
interface Bot {
  readonly bot: string;
  readonly url: string;
}

function ask({ url }: Pick<Bot, "url">, method: string, body: object) {
  const address = new URL(url);
  address.pathname = address.pathname.replace(/[^/]+$/, method);
  address.search = "";
  const request = new Request(address, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/json", "user-agent": "Hamlet" },
    body: JSON.stringify(body),
  });
  return exchange((given) => fetch(given), request, now);
}

/** Has Telegram tell this Hamlet what is pressed and written to a bot; a text: why it does not. */
export async function connectBot(
  { secrets }: Services,
  { bot, url, link }: Bot & { readonly link: string },
): Promise<string | undefined> {
  const reply = await ask({ url }, "setWebhook", {
    url: `${link}/in/telegram/${bot}`,
    secret_token: await webhookSecret(secrets.HAMLET_SECRET, bot, new URL(link).origin),
    allowed_updates: ["message", "callback_query"],
    max_connections: MOST_AT_ONCE,
  });
  if (reply.status === 200) return undefined;
  const token = new URL(url).pathname.split("/")[1] ?? "";
  const answer = withoutSecrets(reply.answer, [token]);
  return `Telegram did not take it: ${reply.status ?? "no answer"} ${answer}`;
}

/** Takes the buttons of a comment that was decided out of its message. What comes of it does not matter. */
export async function dropButtons(
  url: string,
  key: string,
  message: NonNullable<Pressed["message"]>,
): Promise<void> {
  const rows = message.reply_markup.inline_keyboard;
  const left = rows.filter((row) => !row.some(({ callback_data: data }) => data?.includes(`.${key}.`)));
  if (left.length === rows.length) return;
  await ask({ url }, "editMessageReplyMarkup", {
    chat_id: message.chat.id,
    message_id: message.message_id,
    reply_markup: { inline_keyboard: left },
  });
}
