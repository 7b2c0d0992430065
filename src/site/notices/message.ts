import type { Notify } from "../../contract/notify.ts";
import { buttonData, pressable } from "../../contract/telegram.ts";
import { letterWords } from "./letter-words.ts";
import { unlinked } from "./unlinked.ts";

/** One waiting comment, as a message may tell of it. */
export interface NoticeItem {
  /** Absent: the owner did not want texts sent. */
  readonly author?: string;
  readonly text?: string;
  /** Where it is shown, and decided. */
  readonly link: string;
  /** By which its buttons are known; absent: it has none. */
  readonly key?: string;
}

/** What a message tells. */
export interface Notice {
  readonly site: string;
  readonly name: string;
  readonly waiting: number;
  /** Of those, come since the last message. */
  readonly fresh: number;
  /** The queue's address. */
  readonly link: string;
  /** Some of the new ones. */
  readonly items: readonly NoticeItem[];
}

/** Slack reads &, < and > as markup: mentions, links. */
const slackText = (text: string) =>
  text.replace(/[&<>]/g, (sign) => `&${{ "&": "amp", "<": "lt", ">": "gt" }[sign]};`);
/** Discord reads Markdown, and @ and # as mentions. */
const discordText = (text: string) => text.replace(/[\\`*_~|>#@[\]()<:-]/g, "\\$&");
const same = (text: string) => text;

/** Discord takes 2,000 characters, Telegram 4,096. */
const MOST = 1900;

type Words = (typeof letterWords)["en"];

/** A message in the form that a service takes, each with its markup made harmless and link previews off. */
export function messageBody({ kind, language }: Pick<Notify, "kind" | "language">, notice: Notice): unknown {
  const words = letterWords[language ?? "en"];
  switch (kind) {
    case "slack": {
      const { text } = lines(notice, words, slackText);
      return { text, mrkdwn: false, unfurl_links: false, unfurl_media: false };
    }
    case "discord":
      // 4: no previews.
      return { content: lines(notice, words, discordText).text, allowed_mentions: { parse: [] }, flags: 4 };
    case "telegram":
      return telegramBody(notice, words);
    case "plain":
      return { type: "comments.waiting", data: notice };
  }
}

/** A message that a commenter wants to be erased, in the same forms. */
export function erasureBody(
  { kind, language }: Pick<Notify, "kind" | "language">,
  about: Pick<Notice, "site" | "name" | "link">,
): unknown {
  const said = (quote: (text: string) => string) =>
    `${quote(about.name)}: ${letterWords[language ?? "en"].erasure}\n${about.link}`;
  switch (kind) {
    case "slack":
      return { text: said(slackText), mrkdwn: false, unfurl_links: false, unfurl_media: false };
    case "discord":
      return { content: said(discordText), allowed_mentions: { parse: [] }, flags: 4 };
    case "telegram":
      return { text: said(same), link_preview_options: { is_disabled: true } };
    case "plain":
      return { type: "erasure.asked", data: about };
  }
}

/** Under the text a row of buttons for each comment that stands in it, by its number there. */
function telegramBody(notice: Notice, words: Words): unknown {
  const { text, told } = lines(notice, words, same);
  const rows = notice.items.slice(0, told).flatMap(({ key, link }, i) => {
    if (key === undefined) return [];
    const deciding = pressable.map(([letter, decision]) => ({
      text: `${i + 1} ${words.buttons[decision]}`,
      callback_data: buttonData(letter, key, notice.site),
    }));
    return [[...deciding, { text: `${i + 1} ${words.buttons.open}`, url: link }]];
  });
  // Without parse_mode Telegram reads no markup.
  return {
    text,
    link_preview_options: { is_disabled: true },
    ...(rows.length > 0 && { reply_markup: { inline_keyboard: rows } }),
  };
}

/** A message's text, and how many of the comments stand in it. */
function lines({ name, waiting, fresh, link, items }: Notice, words: Words, quote: (text: string) => string) {
  const head = `${quote(name)}: ${words.waiting(waiting)}`;
  const isNews = fresh < waiting && fresh > 0;
  const all = [isNews ? `${head} (${words.fresh(fresh)}).` : `${head}.`, link];
  let length = all.join("\n").length;
  let told = 0;
  for (const [i, item] of items.entries()) {
    const number = item.key === undefined ? "" : `${i + 1}. `;
    const text = item.text === undefined ? item.link : `${number}${said(item, words, quote)}\n${item.link}`;
    length += text.length + 2;
    if (length > MOST) break;
    all.push("", text);
    told++;
  }
  return { text: all.join("\n"), told };
}

/** Characters that turn the direction of all that follows, and the half of a character that was cut. */
const MISLEADING = /[\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF]$/g;

/** A text in a line, in its own direction. */
export const inLine = (value: string): string => value.replace(MISLEADING, "").replace(/\s+/g, " ");

/** A stranger's words in a line. A link in them must not be taken for one of Hamlet's: it is broken up. */
export const harmless = (value: string): string => unlinked(inLine(value));

function said({ author, text }: NoticeItem, { noName }: Words, quote: (text: string) => string): string {
  const dull = (value: string) => quote(harmless(value));
  return `${dull(author || noName)}: ${dull(text ?? "")}`;
}
