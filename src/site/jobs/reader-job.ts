import type { Reply } from "../../contract/outgoing.ts";
import { nextReset } from "../../contract/plan.ts";
import { ERASURE } from "../../contract/reader.ts";
import { log } from "../../platform/log.ts";
import { backoff } from "../delivery/attempts.ts";
import { UNSURE } from "../notices/recipients.ts";
import { isTaken } from "../notices/told.ts";
import { answersTo } from "../readers/answers-to.ts";
import { isUnsent } from "../readers/ask.ts";
import { keepsOf, wantsNone } from "../readers/erasure.ts";
import type { ReaderMail } from "../readers/reader-letter.ts";
import type { Site } from "../site.ts";
import { GATHER, type Reader, type ShownComment, SPACING } from "../tables/readers.ts";

/** What it takes to write to readers. */
export interface Postman {
  /** False: this Hamlet has no way to send mail. */
  readonly canMail: boolean;
  /** Hands a mail over. Undefined: her address cannot be read any more. */
  readonly write: (reader: Reader, what: ReaderMail, n: number, now: number) => Promise<Reply | undefined>;
  /** Says on the site's channel that somebody wants to be erased. Undefined: there is no channel. */
  readonly tellOwner: (now: () => number) => Promise<Reply | undefined>;
}

/** Requests looked at in one alarm, at the same time. */
const AT_ONCE = 10;
/** Mails to readers a day. */
const MOST_MAILS = 500;
/** After so many failures in a row a mail is given up. */
const MOST_TRIES = 5;

/** A mail that is to go, and the comments that it tells of. */
interface Letter {
  readonly what: ReaderMail;
  readonly told: readonly string[];
  /** When it was begun before, as the same mail; undefined: it was not. */
  readonly begun?: number;
}

/** Writes to readers: whether they are the ones who asked, and that they were answered. */
export async function writeToReaders(site: Site, postman: Postman, now: () => number): Promise<void> {
  const shown = shownOnce(site);
  await Promise.all(
    site.readers.due(now(), AT_ONCE).map((reader) => writeTo(site, postman, { reader, shown, now })),
  );
}

type ShownOn = (thread: string) => readonly ShownComment[];

/** Several readers of one page are looked at together: its comments are read once. */
function shownOnce({ readers }: Site): ShownOn {
  const known = new Map<string, readonly ShownComment[]>();
  return (thread) => {
    const shown = known.get(thread) ?? readers.shown(thread);
    known.set(thread, shown);
    return shown;
  };
}

interface Round {
  readonly reader: Reader;
  readonly shown: ShownOn;
  readonly now: () => number;
}

async function writeTo(site: Site, postman: Postman, { reader, shown, now }: Round): Promise<void> {
  const isOffered = site.record.settings.mailReaders && postman.canMail;
  if (reader.thread === ERASURE) {
    if (!keepsOf(site, reader.mail)) return site.readers.drop(reader);
    if (!isOffered || reader.confirmed !== null || wantsNone(site, reader))
      return tellOwner(site, postman, reader, now);
  }
  const letter = isOffered ? letterFor(site, reader, shown) : undefined;
  if (!letter) return site.readers.save({ ...reader, sending: 0, tries: 0, due: null });
  if (site.readers.mailsToday(now()) >= MOST_MAILS)
    return site.readers.save({ ...reader, due: nextReset(now()) });
  if (reader.tries >= MOST_TRIES) return giveUp(site, reader, letter, now());
  const tries = reader.tries + 1;
  const begun = { ...reader, tries, sending: letter.begun ?? now(), due: now() + UNSURE };
  site.readers.begin(begun, letter.told, now());
  const reply = await postman.write(begun, letter.what, letter.told.length, now());
  const after = site.readers.named(reader.id);
  if (!after || after.sealed === "") return;
  if (reply === undefined) return site.readers.drop(after);
  note(site, after, letter, reply, now());
}

/** Has the owner know that somebody wants to be erased: the page of the site's data shows it from here on. */
async function tellOwner(site: Site, postman: Postman, reader: Reader, now: () => number): Promise<void> {
  const tries = reader.tries + 1;
  site.readers.save({ ...reader, tries, confirmed: reader.confirmed ?? now(), due: now() + UNSURE });
  const reply = await postman.tellOwner(now);
  const after = site.readers.named(reader.id);
  if (!after) return;
  const isOver = reply === undefined || isTaken(reply) || tries >= MOST_TRIES;
  const due = now() + Math.max(backoff(tries, now()), reply?.retryAfter ?? 0);
  site.readers.save({ ...after, tries: isOver ? 0 : tries, due: isOver ? null : due });
}

/** What is to be written to her now; undefined: nothing. What was begun and may have gone is written again, as far as it still stands. */
function letterFor(site: Site, reader: Reader, shown: ShownOn): Letter | undefined {
  const begun = reader.sending > 0 ? { begun: reader.sending } : {};
  if (reader.confirmed !== null) return newsFor(site, reader, shown(reader.thread));
  if (!isUnsent(reader)) return undefined;
  if (reader.thread === ERASURE) return { what: "erase", told: [], ...begun };
  const { thread, mail, comment } = reader;
  const hers = site.comments.get(comment);
  const isShown = hers?.status === "published" && hers.thread === thread && hers.mail === mail;
  return isShown ? { what: "confirm", told: [], ...begun } : undefined;
}

function newsFor({ readers }: Site, reader: Reader, shown: readonly ShownComment[]): Letter | undefined {
  const { sending } = reader;
  const before = sending > 0 ? readers.told(reader, sending) : new Set();
  const again = shown.flatMap(({ id }) => (before.has(id) ? [id] : []));
  if (again.length > 0) return { what: "told", told: again, begun: sending };
  const told = answersTo(shown, reader, readers.told(reader));
  return told.length > 0 ? { what: "told", told } : undefined;
}

/** Writes down what became of a mail. */
function note(site: Site, reader: Reader, letter: Letter, reply: Reply, now: number): void {
  const failed = { ...reader, failure: `${reply.status ?? "no answer"} ${reply.answer}` };
  const due = now + Math.max(backoff(reader.tries, now), reply.retryAfter ?? 0);
  if (isTaken(reply)) end(site, { ...reader, sent: now, failure: null }, letter, now);
  else if (reader.tries >= MOST_TRIES) giveUp(site, failed, letter, now);
  else site.readers.save({ ...failed, due });
}

/** It is not tried again: whoever was not asked so may ask once more tomorrow; of an erasure the owner is told. */
function giveUp(site: Site, reader: Reader, letter: Letter, now: number): void {
  log("warn", "mail to a reader given up", { site: site.record.id, what: letter.what });
  if (letter.what === "erase")
    site.readers.save({ ...reader, sending: 0, tries: 0, confirmed: now, due: now });
  else end(site, { ...reader, sent: now }, letter, now);
}

/** A mail is over. What came while it was under way is told later. */
function end({ readers }: Site, reader: Reader, { what }: Letter, now: number): void {
  const isMore =
    reader.confirmed !== null &&
    answersTo(readers.shown(reader.thread), reader, readers.told(reader)).length > 0;
  const due = now + (what === "told" ? SPACING : GATHER);
  readers.save({ ...reader, sending: 0, tries: 0, due: isMore ? due : null });
}
