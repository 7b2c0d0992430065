import type { Actor, By } from "../contract/actor.ts";
import type { AkismetCall } from "../contract/akismet.ts";
import type { BulkRequest } from "../contract/decided.ts";
import type { DecisionRequest, ReplyRequest } from "../contract/decision.ts";
import type { SuspectDecision, SuspectName } from "../contract/import.ts";
import type { GlanceRequest } from "../contract/overview.ts";
import type { ReaderAsk } from "../contract/reader.ts";
import type { ListRequest } from "../contract/search.ts";
import type { SiteRecord } from "../contract/site-record.ts";
import type { Decision } from "../core/judging/decision.ts";
import { bringBack } from "./decisions/bring-back.ts";
import { bulk, undoBatch } from "./decisions/bulk.ts";
import { decide } from "./decisions/decide.ts";
import { countFreed } from "./decisions/freed.ts";
import { reply } from "./decisions/reply.ts";
import { deliveriesOf } from "./delivery/deliveries.ts";
import { replay, replayDead } from "./delivery/replay.ts";
import { countsAsked, feedAsked } from "./feed/feed-of.ts";
import { showEarlier } from "./feed/show-earlier.ts";
import { decideSuspect, undoSuspect } from "./imports/decide-suspect.ts";
import { knowledgeOf } from "./imports/knowledge.ts";
import { suspectsOf } from "./imports/suspects-of.ts";
import { takeOut } from "./imports/take-out.ts";
import { importReports } from "./imports/trial.ts";
import { editOwn, type OwnComment, type OwnEdit, removeOwn } from "./intake/own-comment.ts";
import { takeOver } from "./intake/take-over.ts";
import { pressButton } from "./notices/buttons.ts";
import { adoptRecipients, toldState } from "./notices/recipients.ts";
import { previewsOf } from "./preview/preview.ts";
import { erasePerson, remove } from "./privacy/erase.ts";
import { exportPerson } from "./privacy/export.ts";
import { noteDone, noteImport } from "./privacy/note-done.ts";
import { askReader, confirmReader, leaveReader, readerAsk } from "./readers/ask.ts";
import { erasureLinked, erasuresAsked, noteErased } from "./readers/erasure.ts";
import type { Site } from "./site.ts";
import type { Named } from "./tables/mentions.ts";
import { authorOf, entriesOf } from "./views/author.ts";
import { glanceAt, healthOf } from "./views/health.ts";
import { historyOf } from "./views/history.ts";
import { compare, daysOf, insightOf } from "./views/insight.ts";
import { look, lookedThrough, unlook } from "./views/looked.ts";
import {
  answerWithHistory,
  behind,
  confirmed,
  countAlike,
  decisionsSince,
  detailOf,
  list,
} from "./views/views.ts";
import { wavesOf } from "./views/waves.ts";
import { endRule } from "./waves/end-rule.ts";
import { takeMention } from "./webmentions/take.ts";

/** What a room does with the site when it is called from outside. */
export interface Call<Given extends readonly unknown[], Answer> {
  readonly writes: boolean;
  readonly work: (site: Site, ...given: Given) => Answer;
}

/** A call that changes nothing. */
const reading = <Given extends readonly unknown[], Answer>(
  work: Call<Given, Answer>["work"],
): Call<Given, Answer> => ({ writes: false, work });

/** A call that may write: after it the object keeps what it cost and sets its alarm. */
const writing = <Given extends readonly unknown[], Answer>(
  work: Call<Given, Answer>["work"],
): Call<Given, Answer> => ({ writes: true, work });

/** Whose doing it is: who is signed in comes with her account, whom a blog names with her name alone. */
const actorOf = (by: By): Actor => (typeof by === "string" ? { name: by } : by);

/** What the rooms answer of themselves, from the site and its settings alone. */
export const calls = {
  // What comes in when nobody waits for a verdict, and what is noted of those who call.
  /** Submissions that were taken in while this object could not be reached. Safe here when it returns. */
  takeOver: writing(takeOver),
  /** A reader changes her own comment. */
  editOwn: writing((site, edit: OwnEdit) => editOwn(site, edit, Date.now())),
  /** A reader deletes her own comment. False: it is not there. */
  removeOwn: writing((site, own: OwnComment) => removeOwn(site, own, Date.now())),
  /** A submission was refused for these fields. */
  noteRefusal: writing((site, status: number, pointers: readonly string[]) =>
    site.refusals.note(status, pointers, Date.now()),
  ),
  noteCall: writing((site, call: AkismetCall) => site.akismetCalls.note(call)),
  akismetCalls: reading((site) => site.akismetCalls.all),
  /** A key is in use; many isolates say so, and it is written down once an hour. */
  noteKeyUse: writing((site, n: number, now: number) => site.meta.noteKeyUse(n, now)),
  keyUse: reading((site) => site.meta.keyUse),

  // What people decide.
  decide: writing(
    (site, id: string, request: Omit<DecisionRequest, "by"> & { readonly by?: By | undefined }) =>
      decide(site, id, request as DecisionRequest, { by: actorOf(request.by ?? "blog"), now: Date.now() }),
  ),
  /** Answers a comment on the blog. */
  reply: writing((site, id: string, request: Omit<ReplyRequest, "by"> & { readonly by?: By | undefined }) =>
    reply(site, id, request as ReplyRequest, { by: actorOf(request.by ?? "blog"), now: Date.now() }),
  ),
  /** Decides by a button in a message; undefined: it is not good, or not any more. */
  press: writing((site, key: string, decision: Decision, by: Actor) =>
    pressButton(site, key, decision, by, Date.now()),
  ),
  /** Decides on many comments, some at a time: call again from `next`. */
  bulk: writing((site, request: BulkRequest) =>
    bulk(site, { ...request, by: actorOf(request.by) }, Date.now()),
  ),
  /** Takes a bulk back, some at a time: call again while decisions are left. */
  undoBatch: writing((site, batch: string, by: By) => undoBatch(site, batch, actorOf(by), Date.now())),
  /** Somebody has looked through what the filter stopped, least sure first, up to here. */
  look: writing((site, until: number, score: number, by: By) =>
    look(site, { until, score }, actorOf(by), Date.now()),
  ),
  /** False: it was taken back before, or is not known. */
  unlook: writing(unlook),
  /** What was looked at of what the filter stopped. */
  looked: reading(lookedThrough),
  /** Ends a rule for later ones of a wave; with `back` also what it decided, some at a time: call again from `next`. */
  endWave: writing((site, id: string, by: By, back?: { batch: string; after?: string | undefined }) =>
    endRule(site, id, { by: actorOf(by), back, now: Date.now() }),
  ),
  /** How many comments only entries had rejected that are in the lists no longer. */
  countFreed: reading(countFreed),
  /** Brings such comments back, some at a time: call again while there are more. */
  bringBack: writing((site, by: By, batch: string) =>
    bringBack(site, { by: actorOf(by), batch, now: Date.now() }),
  ),

  // What a site shows of itself.
  /** Undefined: no such comment. */
  answer: reading(answerWithHistory),
  detail: reading(detailOf),
  list: reading(list),
  /** Of the ids that KV shows, those that still wait; and up to a limit that wait and have not reached KV. In groups. */
  confirm: reading(confirmed),
  counts: reading((site) => site.counts),
  count: reading((site, request: Pick<ListRequest, "status" | "filter">) => site.lists.count(request)),
  alike: reading(countAlike),
  behind: reading(behind),
  author: reading(authorOf),
  authorEntries: reading(entriesOf),
  /** The feed of decisions: what came after a sequence, in order. */
  decisions: reading(decisionsSince),
  history: reading(historyOf),
  /** What came in and what people said of it, from one day to another (days since 1970), both included. */
  insight: reading(insightOf),
  days: reading(daysOf),
  compared: reading(compare),
  health: reading((site) => healthOf(site, Date.now())),
  /** Counts, health and somebody's last decisions, as the queue page wants them of each site. */
  glance: reading((site, request: GlanceRequest) =>
    glanceAt(site, { ...request, by: actorOf(request.by) }, Date.now()),
  ),
  notices: reading((site) => site.meta.notices),
  /** Rules that decide later ones of waves. */
  waves: reading((site) => wavesOf(site, Date.now())),
  /** How somebody's mails do, or a device is told; undefined: there are none. */
  told: reading(toldState),
  /** Who is told of this site from now on. */
  adoptRecipients: writing(adoptRecipients),

  // What readers of the blog's pages are shown. It may be to be copied to KV for them.
  feed: writing((site, thread: string) => feedAsked(site, thread, Date.now())),
  /** Shows them what came while the form was off, some at a time: call again from `next`. */
  showEarlier: writing((site, after: string | undefined) => showEarlier(site, after, Date.now())),
  threadCounts: writing((site) => countsAsked(site, Date.now())),
  /** A page elsewhere says that it mentions one of the blog's. Undefined: that is noted, and the page is read soon. */
  takeMention: writing((site, mention: Named, network: string) =>
    takeMention(site, mention, network, Date.now()),
  ),

  // What readers ask for by their mail addresses.
  askReader: writing((site, ask: ReaderAsk) => askReader(site, ask, Date.now())),
  readerAsk: reading(readerAsk),
  confirmReader: writing((site, id: string) => confirmReader(site, id, Date.now())),
  leaveReader: writing(leaveReader),
  erasureLinked: reading(erasureLinked),
  erasuresAsked: reading(erasuresAsked),
  /** Somebody erased herself by a mailed link. */
  noteErased: writing((site) => noteErased(site, Date.now())),
  /** How the mails to them do. */
  readersState: reading((site) => site.readers.state()),

  // What is on its way to the blog.
  deliveries: reading(deliveriesOf),
  /** How the calls went that have the blog's pages built again. */
  builds: reading((site) => site.meta.deploy),
  replay: writing((site, id: string, by: By) => replay(site, id, actorOf(by), Date.now())),
  /** Takes dead letters up again. Undefined: the site has nowhere to send to. */
  replayDead: writing((site, by: By) => replayDead(site, actorOf(by), Date.now())),

  // The blog's past, once it has been learned.
  imports: reading((site) => ({ imports: importReports(site), suspects: suspectsOf(site) })),
  /** Some of what the site knows, to be brought in elsewhere: call again from `next`. */
  knowledge: reading(knowledgeOf),
  /** False: there is no such import. */
  takeOut: writing(takeOut),
  /** False: it was decided already. */
  decideSuspect: writing((site, decision: SuspectDecision, by: By) =>
    decideSuspect(site, decision, actorOf(by), Date.now()),
  ),
  /** False: there is nothing to take back. */
  undoSuspect: writing((site, name: SuspectName, by: By) => undoSuspect(site, name, actorOf(by), Date.now())),

  // What is told of a person, and what goes.
  exportPerson: reading(exportPerson),
  /** Erases a commenter, at most 100 of her comments a call. */
  erasePerson: writing(erasePerson),
  /** The blog itself asked about a person, with its key. */
  notePerson: writing((site, what: "export" | "erasure", key: number) =>
    noteDone(site, `person.${what}`, key, Date.now()),
  ),
  /** The blog itself brings in comments of its past, with its key, which it may since a time. */
  noteImport: writing((site, key: number, since: number) => noteImport(site, key, since, Date.now())),
  remove: writing((site, id: string, keepLesson: boolean) => remove(site, id, { keepLesson })),

  // What has not been done yet.
  /** What other settings would have meant, each by itself. */
  previews: reading(previewsOf),
};

/** Calls as the object's methods: whoever calls brings the site's record, last. */
export type Methods<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends Call<infer Given, infer Answer>
    ? (...given: [...Given, record: SiteRecord]) => Answer
    : never;
};

/** An object answers a call with what its work gives. */
type Answers<T> = (object: T, call: Call<never[], unknown>, given: [...never[], SiteRecord]) => unknown;

/** Makes methods of the calls. */
export function giveCalls<T extends object>(to: T, answer: Answers<T>): void {
  for (const [name, call] of Object.entries<Call<never[], unknown>>(calls))
    Object.defineProperty(to, name, {
      value(this: T, ...given: [...never[], SiteRecord]) {
        return answer(this, call, given);
      },
      writable: true,
      configurable: true,
    });
}
