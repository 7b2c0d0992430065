import type { MailsChosen, MailsView } from "../../contract/mail.ts";
import type { Reply } from "../../contract/outgoing.ts";
import { readStopToken, type Stop } from "../../secrets/stop-token.ts";
import { senderOf } from "../../site/notices/sender.ts";
import { actingAs, askSite, chosenSites, gather, now, type Services } from "../services.ts";

/** Whether this Hamlet has a way to send mail. */
export const canMail = ({ env }: Pick<Services, "env">): boolean => senderOf(env) !== undefined;

/** What a member chose of mails, and what became of them. */
export async function mailsOf(services: Services, member: string, email: string | null): Promise<MailsView> {
  const { directoryObject } = services;
  const choices = await directoryObject.choices(member);
  const chosen = Object.keys(choices?.sites ?? {});
  const all = chosen.length === 0 ? [] : await chosenSites(services, undefined);
  const records = all.filter(({ id }) => chosen.includes(id));
  const { answers } = await gather(services, records, (object, record) => object.told(member, record));
  const states = answers.flatMap(({ site, answer }) => (answer ? [[site, answer] as const] : []));
  return { canSend: canMail(services), email, choices, states: Object.fromEntries(states) };
}

/** Keeps what a member chose and tells the sites; false: there is no such member. */
export async function chooseMails(services: Services, member: string, given: MailsChosen): Promise<boolean> {
  const sites = await services.directoryObject.choose(member, given, services.origin, now());
  await Promise.all((sites ?? []).map((site) => tellSite(services, site)));
  return sites !== undefined;
}

/** Sends a member a mail of a site now. Undefined: she gets none of it, or has had as many as she wants. */
export const tryMail = (services: Services, member: string, site: string): Promise<Reply | undefined> =>
  askSite(services, site, (object, record) => object.sendMail(member, record));

/** What a link out of a mail stops; undefined: it is not good, or they were stopped. Changes nothing. */
export async function stoppable(services: Services, token: string): Promise<Stop | undefined> {
  const stop = await readStopToken(services.secrets.HAMLET_SECRET, token, now());
  if (!stop) return undefined;
  const gets = await services.directoryObject.getsMails(stop.member, stop.site, stop.since);
  return gets ? stop : undefined;
}

/** Stops what a link out of a mail is for; false: it is not good, or they were stopped. */
export async function stopMails(services: Services, token: string): Promise<boolean> {
  const stop = await readStopToken(services.secrets.HAMLET_SECRET, token, now());
  if (!stop) return false;
  const stopped = await services.directoryObject.stopMails(stop.member, stop.site, stop.since);
  if (stopped) await tellSite(services, stop.site);
  return stopped;
}

/** Says to a site who is told of it. One that cannot be reached asks by itself before the next time, and once a day. */
export async function tellSite(services: Services, site: string): Promise<void> {
  const recipients = await services.directoryObject.recipients(site, canMail(services));
  const anywhere = actingAs(services, services.actor, "all");
  await askSite(anywhere, site, (object, record) => object.adoptRecipients(recipients, record)).catch(
    () => undefined,
  );
}
