import { cutUrl, type Notify, type StoredNotify } from "../contract/notify.ts";
import type { Problem } from "../contract/problem.ts";
import type { Settings } from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import { botOf } from "../contract/telegram.ts";
import { seal, unseal } from "../secrets/seal.ts";
import { notifyFault } from "../site/notices/notify-fault.ts";
import type { Services } from "./services.ts";
import { connectBot } from "./telegram/bot.ts";

type Faults = NonNullable<Problem["errors"]>;

const UNREADABLE = "it was kept under another HAMLET_SECRET: enter it again";

/** The whole address that messages go to; undefined: it cannot be read any more. */
export const wholeUrl = async (
  { secrets }: Pick<Services, "secrets">,
  seed: Seed,
  { url, sealed }: StoredNotify,
): Promise<string | undefined> => (sealed === undefined ? url : unseal(secrets.HAMLET_SECRET, seed, sealed));

/** How people are to be told, as it is kept: its address sealed. A cut address sent back stands for the one that was cut. */
export async function sealedNotify(
  services: Services,
  seed: Seed,
  given: Notify,
  before: StoredNotify | null,
): Promise<{ readonly notify: StoredNotify } | { readonly errors: Faults }> {
  const isCut = before !== null && given.url === cutUrl(before.url);
  const url = isCut ? await wholeUrl(services, seed, before) : given.url;
  if (url === undefined) return { errors: [{ pointer: "#/notify/url", detail: UNREADABLE }] };
  const buttons = given.kind === "telegram" && given.buttons;
  const notify = { link: services.origin, ...given, buttons, url };
  const sealed = (isCut && before.sealed) || (await seal(services.secrets.HAMLET_SECRET, seed, url));
  return { notify: { ...notify, url: cutUrl(url), sealed } };
}

/** Why people cannot be told so, by field. */
export async function notifyFaults(services: Services, seed: Seed, settings: Settings): Promise<Faults> {
  const { notify } = settings;
  if (notify === null) return [];
  const url = await wholeUrl(services, seed, notify);
  if (url === undefined) return [];
  const fault = notifyFault({ ...notify, url }, settings, services.secrets.ALLOW_LOCAL_TARGETS);
  if (fault !== undefined) return [{ pointer: "#/notify/url", detail: fault }];
  if (!notify.buttons || notify.text) return [];
  return [
    { pointer: "#/notify/buttons", detail: "only with the texts: nobody decides on what she has not read" },
  ];
}

/** Tells Telegram where the buttons of a site's messages lead, if there are any; a fault: it did not take that. */
export async function connectButtons(
  services: Services,
  seed: Seed,
  { notify }: Pick<Settings, "notify">,
): Promise<Faults> {
  const url = notify?.buttons ? await wholeUrl(services, seed, notify) : undefined;
  const bot = url && botOf(url);
  if (!url || !bot) return [];
  const fault = await connectBot(services, { bot, url, link: notify?.link ?? services.origin });
  return fault === undefined ? [] : [{ pointer: "#/notify/buttons", detail: fault }];
}
