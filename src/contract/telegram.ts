import * as z from "zod";

const person = z.object({ id: z.int(), language_code: z.string().max(35).optional() });
const button = z.looseObject({ callback_data: z.string().max(64).optional() });

/**
 * What Telegram tells by its webhook, as far as it is read: a message that somebody sent to the bot, or a button that
 * somebody pressed. Anything else says nothing.
 */
export const telegramUpdate = z.object({
  message: z
    .object({ from: person, chat: z.object({ type: z.string() }), text: z.string().max(4096) })
    .optional()
    .catch(undefined),
  callback_query: z
    .object({
      id: z.string().max(64),
      from: person,
      data: z.string().max(64),
      message: z
        .object({
          message_id: z.int(),
          chat: z.object({ id: z.int() }),
          reply_markup: z.object({ inline_keyboard: z.array(z.array(button).max(8)).max(100) }),
        })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

export type TelegramUpdate = z.output<typeof telegramUpdate>;
export type Pressed = NonNullable<TelegramUpdate["callback_query"]>;
export type Sent = NonNullable<TelegramUpdate["message"]>;

/** What a bot is told to do in answer. */
export type TelegramAnswer =
  | { readonly method: "sendMessage"; readonly chat_id: number; readonly text: string }
  | {
      readonly method: "answerCallbackQuery";
      readonly callback_query_id: string;
      readonly text: string;
      readonly show_alert: boolean;
    };

/** The number of a bot, by the whole address at which it sends messages; undefined: it is none. */
export const botOf = (url: string): string | undefined =>
  /^\/bot(\d{1,20}):[\w-]+\/sendMessage$/.exec(new URL(url).pathname)?.[1];

/** Decisions that a button can be for. */
const letters = { a: "approve", s: "spam" } as const;

export const pressable = Object.entries(letters) as [keyof typeof letters, (typeof letters)["a" | "s"]][];

/** What Telegram sends back of a button; at most 64 bytes. */
export const buttonData = (letter: keyof typeof letters, key: string, site: string): string =>
  `${letter}.${key}.${site}`;

/** The decision, the button's key and the site; undefined: it is none of ours. */
export function readButtonData(data: string) {
  const [, letter, key, site] = /^([as])\.([0-9a-f]{16})\.([a-z0-9-]{1,40})$/.exec(data) ?? [];
  if (letter === undefined || key === undefined || site === undefined) return undefined;
  return { decision: letters[letter as keyof typeof letters], key, site };
}
