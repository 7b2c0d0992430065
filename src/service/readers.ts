import type { PersonErased } from "../contract/privacy.ts";
import type {
  ReaderAsk,
  ReaderLanguage,
  ReaderRefusal,
  ReadersState,
  ReaderView,
} from "../contract/reader.ts";
import { boxOf, ERASURE, mailable } from "../contract/reader.ts";
import type { Settings } from "../contract/site.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import { threadOf } from "../contract/thread.ts";
import { TIME_LIMIT, within } from "../platform/clock.ts";
import { log } from "../platform/log.ts";
import type { Remote } from "../platform/stub.ts";
import { hex } from "../secrets/derive.ts";
import { isPublicAddress, mailHash, networkHashes } from "../secrets/identity.ts";
import { type ReaderLink, readReaderToken } from "../secrets/reader-token.ts";
import { seal, unseal } from "../secrets/seal.ts";
import type { SiteObject } from "../site/site-object.ts";
import { canMail } from "./people/mails.ts";
import { erasePerson } from "./privacy.ts";
import { askSite, now, type Services } from "./services.ts";

/** Whether readers of a site's pages may be mailed. */
export const mailsReaders = (services: Services, { form, mailReaders }: Settings): boolean =>
  form && mailReaders && canMail(services);

/** Who asks for something by a mail address, as a form tells it. */
interface Asking {
  readonly email: string | undefined;
  readonly ip: string | undefined;
  readonly language: ReaderLanguage;
}

/** Notes that whoever wrote a comment wants to be told of answers to it, where that is offered and her address is one. */
export async function askForReplies(
  services: Services,
  record: SiteRecord,
  { page, comment, ...asking }: Asking & { readonly page: URL; readonly comment: string },
): Promise<void> {
  if (!mailsReaders(services, record.settings)) return;
  const about = { thread: threadOf(page.href) ?? "", page: page.href, comment };
  const ask = await askOf(services, record, asking, about);
  if (!ask) return;
  try {
    await within(TIME_LIMIT, services.siteObject(record.id).askReader(ask, record));
  } catch (failure) {
    log("warn", "site object unreachable", { site: record.id, failure });
  }
}

/**
 * Notes that somebody wants to be erased: she is asked by mail or, where none can go, the owner is told. Answers the same
 * whether or not anything is kept of the address. "address": it is none.
 */
export async function askForErasure(
  services: Services,
  record: SiteRecord,
  asking: Asking,
): Promise<ReaderRefusal | "address" | "unavailable" | undefined> {
  const ask = await askOf(services, record, asking, { thread: ERASURE, page: "", comment: "" });
  if (!ask) return "address";
  try {
    return await within(TIME_LIMIT, services.siteObject(record.id).askReader(ask, record));
  } catch (failure) {
    log("warn", "site object unreachable", { site: record.id, failure });
    return "unavailable";
  }
}

/** Undefined: no mail can go to the address. */
async function askOf(
  { secrets: { HAMLET_SECRET: master }, origin }: Services,
  record: SiteRecord,
  { email = "", ip, language }: Asking,
  about: Pick<ReaderAsk, "thread" | "page" | "comment">,
): Promise<ReaderAsk | undefined> {
  const address = mailable(email);
  if (address === undefined) return undefined;
  const known = ip !== undefined && isPublicAddress(ip);
  const [mail, box, sealed, network] = await Promise.all([
    mailHash(master, record, email),
    mailHash(master, record, boxOf(address)),
    // As she wrote it: by that her comments are found.
    seal(master, record, email.trim(), "reader"),
    known ? networkHashes(master, record, ip, now()) : undefined,
  ]);
  const id = hex(crypto.getRandomValues(new Uint8Array(16)));
  return { ...about, id, mail, box, sealed, network: network?.prefix[0] ?? null, language, link: origin };
}

/** What a mailed link opens, at a site by its name. */
export type Opened = ReaderView & { readonly site: string };

/** Asks a link's site; undefined: the link is not good, or not any more. A made-up one asks nobody. */
async function asked<T>(
  services: Services,
  kind: ReaderLink,
  token: string,
  question: (object: Remote<SiteObject>, id: string, record: SiteRecord) => Promise<T | undefined>,
): Promise<{ readonly name: string; readonly answer: T } | undefined> {
  const linked = await readReaderToken(services.secrets.HAMLET_SECRET, kind, token, now());
  if (!linked) return undefined;
  return askSite(services, linked.site, async (object, record) => {
    const answer = await question(object, linked.id, record);
    return answer === undefined ? undefined : { name: record.settings.name, answer };
  });
}

/** What a mailed link is for; it changes nothing. */
export async function lookAt(
  services: Services,
  kind: ReaderLink,
  token: string,
): Promise<Opened | undefined> {
  const found = await asked(services, kind, token, (object, id, record) => object.readerAsk(id, record));
  return found && { ...found.answer, site: found.name };
}

/** She wants to be told of answers, as her mailbox proves. Undefined: the link is not good any more. */
export async function confirmReplies(services: Services, token: string): Promise<Opened | undefined> {
  const found = await asked(services, "confirm", token, (object, id, record) =>
    object.confirmReader(id, record),
  );
  return found && { ...found.answer, site: found.name };
}

/** She wants no more mail; her address goes. Answers the site's name; undefined: the link is not good any more. */
export async function leaveReplies(services: Services, token: string): Promise<string | undefined> {
  const found = await asked(services, "leave", token, (object, id, record) => object.leaveReader(id, record));
  return found?.answer ? found.name : undefined;
}

/** What a mailed link would erase: how many comments, of which site. Undefined: the link is not good any more. */
export async function erasureBy(
  services: Services,
  token: string,
): Promise<{ readonly site: string; readonly comments: number } | undefined> {
  const found = await asked(services, "erase", token, (object, id, record) =>
    object.erasureLinked(id, record),
  );
  return found && { site: found.name, comments: found.answer.comments };
}

/** Erases whoever holds the mailbox that a link went to, once. Undefined: the link is not good any more. */
export async function eraseBy(services: Services, token: string): Promise<PersonErased | undefined> {
  const found = await asked(services, "erase", token, async (object, id, record) => {
    const linked = await object.erasureLinked(id, record);
    const email = linked && (await addressIn(services, record, linked.sealed));
    const erased = email === undefined ? undefined : await erasePerson(services, record.id, email);
    if (erased) await object.noteErased(record);
    return erased;
  });
  return found?.answer;
}

/** Who asked the owner to be erased, by the address that she gave, and when (milliseconds since 1970). */
export async function erasuresAsked(
  services: Services,
  site: string,
): Promise<readonly { readonly email: string; readonly asked: number }[]> {
  const waiting = await askSite(services, site, async (object, record) => {
    const asks = await object.erasuresAsked(record);
    return Promise.all(
      asks.map(async (one) => ({ asked: one.asked, email: await addressIn(services, record, one.sealed) })),
    );
  });
  return (waiting ?? []).flatMap(({ email, asked: at }) =>
    email === undefined ? [] : [{ email, asked: at }],
  );
}

const addressIn = ({ secrets }: Services, record: SiteRecord, sealed: string): Promise<string | undefined> =>
  unseal(secrets.HAMLET_SECRET, record, sealed, "reader");

/** How the mails to a site's readers do; undefined: there are none. */
export const readersState = (services: Services, site: string): Promise<ReadersState | undefined> =>
  askSite<ReadersState | undefined>(services, site, async (object, record) =>
    record.settings.mailReaders ? object.readersState(record) : undefined,
  );
