import type { Decided } from "../../contract/decided.ts";
import type { Member } from "../../contract/members.ts";
import { moderates } from "../../contract/roles.ts";
import {
  botOf,
  type Pressed,
  readButtonData,
  type Sent,
  type TelegramAnswer,
  type TelegramUpdate,
} from "../../contract/telegram.ts";
import type { Decision } from "../../core/judging/decision.ts";
import { accountHash, linkCodeHash } from "../../secrets/telegram.ts";
import { wholeUrl } from "../notify-settings.ts";
import { now, type Services, siteRecord } from "../services.ts";
import { dropButtons } from "./bot.ts";
import { type Language, languages, words } from "./words.ts";

/** A code as somebody sends it, or as a link to the bot has it sent. */
const CODE = /^(?:\/start\s+)?([A-HJ-NP-Z2-9]{4}-?[A-HJ-NP-Z2-9]{4})$/i;

const languageOf = (member: Member | undefined, told: string | undefined): Language =>
  member?.language ?? languages.find((one) => told?.toLowerCase().startsWith(one)) ?? "en";

/** Does what somebody wants who wrote to a bot or pressed a button; answers what the bot is to say, if anything. */
export async function hear(
  services: Services,
  bot: string,
  update: TelegramUpdate,
): Promise<TelegramAnswer | undefined> {
  const { message, callback_query: pressed } = update;
  if (pressed) return answered(pressed, await press(services, bot, pressed));
  return message?.chat.type === "private" ? link(services, bot, message) : undefined;
}

const answered = ({ id }: Pressed, { text, isDone }: Said): TelegramAnswer => ({
  method: "answerCallbackQuery",
  callback_query_id: id,
  text: text.slice(0, 200),
  show_alert: !isDone,
});

/** Whether an account may try something now: a code, or to press a button. */
const mayTry = async ({ env }: Services, account: string, what: "code" | "press"): Promise<boolean> => {
  const limit = what === "code" ? env.LOGIN_RATE : env.KEY_RATE;
  return (await limit.limit({ key: `telegram ${what} ${account}` })).success;
};

/** Links whoever sends a good code to the account for which it was made. */
async function link(
  services: Services,
  bot: string,
  { from, text }: Sent,
): Promise<TelegramAnswer | undefined> {
  const code = CODE.exec(text.trim())?.[1];
  if (code === undefined) return undefined;
  const { secrets, directoryObject } = services;
  const account = await accountHash(secrets.HAMLET_SECRET, bot, from.id);
  const say = (said: string): TelegramAnswer => ({ method: "sendMessage", chat_id: from.id, text: said });
  const told = languageOf(undefined, from.language_code);
  if (!(await mayTry(services, account, "code"))) return say(words[told].tooMany);
  const member = await directoryObject.linkTelegram(
    await linkCodeHash(secrets.HAMLET_SECRET, bot, code),
    account,
    now(),
  );
  const text_ = words[languageOf(member, from.language_code)];
  return say(member ? text_.linked(member.name) : text_.badCode);
}

interface Said {
  readonly text: string;
  readonly isDone: boolean;
}

/** Decides as a member who pressed a button, if her role reaches the site. A stranger's changes nothing. */
async function press(services: Services, bot: string, { from, data, message }: Pressed): Promise<Said> {
  const { secrets, directoryObject } = services;
  const account = await accountHash(secrets.HAMLET_SECRET, bot, from.id);
  const no = (text: string): Said => ({ text, isDone: false });
  const unknown = words[languageOf(undefined, from.language_code)];
  if (!(await mayTry(services, account, "press"))) return no(unknown.tooMany);
  const button = readButtonData(data);
  const member = button && (await directoryObject.memberOfTelegram(account));
  if (!member) return no(button ? unknown.stranger : unknown.old);
  const say = words[languageOf(member, from.language_code)];
  const url = moderates(member.roles, button.site) ? await ownUrl(services, bot, button.site) : undefined;
  if (url === undefined) return no(say.notYours);
  const decided = await decide(services, button, member);
  if (decided === "unavailable") return no(say.later);
  if (decided === undefined) return no(say.old);
  if (message) services.later(dropButtons(url, button.key, message));
  if (decided.ok && decided.changed) return { text: say.done[button.decision], isDone: true };
  if (decided.ok) return no(say.before(button.decision, null));
  if (decided.reason !== "already_decided") return no(say.gone);
  const { by, key, decision } = decided.standing;
  // Whom a blog names is not for that who decided.
  return no(say.before(decision, key === undefined ? by : null));
}

/** Where a site's messages go, if they have buttons and are this bot's. */
async function ownUrl(services: Services, bot: string, site: string): Promise<string | undefined> {
  const record = await siteRecord(services, site);
  const notify = record?.settings.notify;
  if (!record || !notify?.buttons) return undefined;
  const url = await wholeUrl(services, record, notify);
  return url !== undefined && botOf(url) === bot ? url : undefined;
}

async function decide(
  services: Services,
  { site, key, decision }: { readonly site: string; readonly key: string; readonly decision: Decision },
  { id, name }: Member,
): Promise<Decided | undefined | "unavailable"> {
  const record = await siteRecord(services, site);
  if (!record) return undefined;
  const pressed = services.siteObject(site).press(key, decision, { name, member: id }, record);
  return pressed.catch(() => "unavailable" as const);
}
