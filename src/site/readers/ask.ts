import { ERASURE, type ReaderAsk, type ReaderRefusal, type ReaderView } from "../../contract/reader.ts";
import { DAY } from "../../platform/clock.ts";
import type { Site } from "../site.ts";
import { GATHER, type Reader } from "../tables/readers.ts";

/** Requests of a day: of all readers, erasures, for each of which all comments are read, and from one network. */
const MOST_A_DAY = 300;
const MOST_ERASURES = 20;
const MOST_OF_NETWORK = 10;
/** Of one mailbox, that nobody has confirmed. */
const MOST_OPEN = 3;
/** Of all kinds; and erasures that the owner was told of. */
const MOST_KEPT = 5_000;
const MOST_FOR_OWNER = 50;

/**
 * Takes down what a reader asks for by a mail address, which may be another's: for one address and page once a day. A word:
 * nothing was looked at; else nothing tells what is known of the address.
 */
export function askReader(site: Site, ask: ReaderAsk, now: number): ReaderRefusal | undefined {
  const { readers } = site;
  const { all, erasures, ofNetwork } = readers.cameToday(ask.network, now);
  if (ofNetwork >= MOST_OF_NETWORK) return "network";
  if (all >= MOST_A_DAY) return "site";
  if (ask.thread === ERASURE && (erasures >= MOST_ERASURES || readers.erasures().length >= MOST_FOR_OWNER))
    return "site";
  readers.came(ask, now);
  const known = readers.get(ask.thread, ask.mail);
  if (known ? mayAskAgain(known, now) : hasRoom(site, ask))
    readers.save({ ...fresh(ask, now), ...(known && { id: known.id, sent: known.sent }) });
  else if (known && isUnsent(known)) readers.save({ ...known, comment: ask.comment, due: now });
  return undefined;
}

/** She is to be asked by mail whether it is she who asks, and was not yet. */
export const isUnsent = ({ asked, sent, confirmed, sealed }: Reader): boolean =>
  confirmed === null && sent < asked && sealed !== "";

const mayAskAgain = ({ asked, confirmed, sealed }: Reader, now: number): boolean =>
  confirmed === null && sealed !== "" && now - asked >= DAY;

/** Whoever wants no mail, or left several unanswered, is left alone, unless she asks to be erased. */
function hasRoom({ readers }: Site, { thread, box }: ReaderAsk): boolean {
  if (readers.count() >= MOST_KEPT) return false;
  if (thread === ERASURE) return true;
  const others = readers.ofBox(box);
  const open = others.filter(({ confirmed }) => confirmed === null).length;
  return open < MOST_OPEN && others.every(({ sealed }) => sealed !== "");
}

const fresh = (ask: ReaderAsk, now: number): Reader => ({
  ...ask,
  asked: now,
  confirmed: null,
  due: now,
  sent: 0,
  sending: 0,
  tries: 0,
  failure: null,
});

/** What a mailed link is for; undefined: it is not any more. */
export function readerAsk({ readers }: Site, id: string): ReaderView | undefined {
  const reader = readers.named(id);
  if (!reader || reader.sealed === "") return undefined;
  return { page: reader.page, confirmed: reader.confirmed !== null };
}

/** She said by the mailed link that it is she who wants to be told of answers. Undefined: the link is not good any more. */
export function confirmReader({ readers }: Site, id: string, now: number): ReaderView | undefined {
  const reader = readers.named(id);
  if (!reader || reader.sealed === "" || reader.thread === ERASURE) return undefined;
  // What was answered meanwhile is told, an hour after no mail that did.
  if (reader.confirmed === null)
    readers.save({ ...reader, confirmed: now, sent: 0, sending: 0, tries: 0, due: now + GATHER });
  return { page: reader.page, confirmed: true };
}

/**
 * She wants no more mail: her address goes. Of a request that nobody confirmed it is kept for a month, without the address, that
 * she wants none. False: the link is not good any more.
 */
export function leaveReader({ readers }: Site, id: string): boolean {
  const reader = readers.named(id);
  if (!reader || reader.sealed === "") return false;
  if (reader.confirmed !== null) readers.drop(reader);
  else readers.save({ ...reader, sealed: "", due: null });
  return true;
}
