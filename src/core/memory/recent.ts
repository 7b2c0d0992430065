import type { Comment } from "../comment.ts";
import type { Status } from "../judging/decision.ts";
import { type Fingerprint, fingerprint, similarity } from "../reading/fingerprint.ts";
import { linkedDomains, type Subject } from "../reading/subject.ts";
import type { History } from "./history.ts";
import { ALIKE } from "./lookalikes.ts";
import { NEAR, NearTexts } from "./near.ts";
import { type Came, marksOf, networkOf, type Reputation } from "./reputation.ts";
import { samePage } from "./same-page.ts";
import { SharedPrefixes } from "./shared-prefixes.ts";
import { spreadOf, strangeDomains } from "./spread.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Comments kept in mind: a day of a busy blog; comparing with all of them costs about a tenth of a millisecond. */
export const REMEMBERED = 2000;

/** What is kept in mind of a comment. Hashes are keyed; times in milliseconds since 1970. */
export interface Trace {
  readonly id: string;
  readonly post: string | undefined;
  /** The comment that it answers. */
  readonly parent?: string | undefined;
  /** Keyed hash of what makes the content. */
  readonly hash: string;
  readonly arrived: number;
  readonly status: Status;
  /** A person put it where it is. */
  readonly decided: boolean;
  readonly fingerprint: Fingerprint | undefined;
  readonly mail: string | undefined;
  readonly name: string | undefined;
  readonly prefix: string | undefined;
  /** Foreign domains that it links to; undefined: not known, or a server sent it. */
  readonly domains?: readonly string[] | undefined;
}

/**
 * A comment to be compared; `prefixes` are its address prefix under the present salt and the one before. Of its domains those
 * that are strange here.
 */
export type Arrival = Omit<Trace, "status" | "decided" | "prefix"> & { readonly prefixes: readonly string[] };

type RecentView = Pick<
  History,
  "samePostsToday" | "nearSpam" | "nearPublished" | "velocity" | "otherNames" | "double" | "spread"
>;

/** The id of something that was a part of a comment: no comment has it, as theirs hold no space. */
export const partOf = (id: string, part: string | number): string => `${id} ${part}`;

/** The site's recent comments, by id: what duplicates and velocity are counted from. */
export class Recent {
  readonly #traces = new Map<string, Trace>();
  readonly #near = new NearTexts<Trace>();
  readonly #prefixes = new SharedPrefixes();

  /** Keeps a comment in mind, or its new status; the oldest is forgotten. */
  remember(trace: Trace): void {
    const known = this.#traces.get(trace.id);
    this.#traces.delete(trace.id);
    this.#keep({ ...trace, post: samePage(trace.post) }, known);
    if (this.#traces.size <= REMEMBERED) return;
    const [oldest] = this.#traces.keys();
    if (oldest !== undefined) this.#drop(oldest);
  }

  /** In the place of what was known of it. */
  #keep(trace: Trace, known: Trace | undefined): void {
    if (known) this.#prefixes.remove(known);
    this.#prefixes.add(trace);
    this.#traces.set(trace.id, trace);
    this.#near.set(trace.id, trace.fingerprint, trace);
  }

  #drop(id: string): void {
    const known = this.#traces.get(id);
    if (known) this.#prefixes.remove(known);
    this.#traces.delete(id);
    this.#near.delete(id);
  }

  /** A comment's new place; nothing, if it is no longer in mind. */
  move(id: string, status: Status, decided: boolean): void {
    const trace = this.#traces.get(id);
    if (trace) this.#keep({ ...trace, status, decided }, trace);
  }

  /** A comment and its parts. */
  forget(id: string): void {
    for (const known of this.#traces.keys())
      if (known === id || known.startsWith(partOf(id, ""))) this.#drop(known);
  }

  /** Parts of the network that most commenters share. */
  get shared(): ReadonlySet<string> {
    return this.#prefixes.shared;
  }

  /** Published comments and spam with nearly the text of one, or by its author: ids, the newest first. */
  like({ id, fingerprint, mail }: Pick<Arrival, "id" | "fingerprint" | "mail">): string[] {
    return [...this.#traces.values()]
      .reverse()
      .filter((trace) => {
        if (trace.id === id || trace.id.includes(" ")) return false;
        if (trace.status !== "published" && trace.status !== "spam") return false;
        if (mail !== undefined && trace.mail === mail) return true;
        if (!fingerprint || !trace.fingerprint) return false;
        return (
          trace.fingerprint.exact === fingerprint.exact || similarity(trace.fingerprint, fingerprint) >= ALIKE
        );
      })
      .map((trace) => trace.id);
  }

  /** What recent comments say of a new one. An edit is no duplicate of itself. */
  look(sent: Arrival): RecentView {
    const arrival = { ...sent, post: samePage(sent.post) };
    const others = new Set<string>();
    const velocity = { lastMinute: 0, lastHour: 0 };
    let double: string | undefined;
    for (const trace of this.#traces.values()) {
      if (trace.id === arrival.id) continue;
      const age = arrival.arrived - trace.arrived;
      if (trace.prefix !== undefined && arrival.prefixes.includes(trace.prefix)) {
        if (age < HOUR) velocity.lastHour++;
        if (age < MINUTE) velocity.lastMinute++;
        if (trace.name !== undefined && !sameAuthor(arrival, trace)) others.add(trace.name);
      }
      if (double === undefined && age < DAY && isDouble(arrival, trace)) double = trace.id;
    }
    const spread = spreadOf(arrival, this.#traces.values());
    return {
      ...this.#compared(arrival),
      velocity: arrival.prefixes.length === 0 ? undefined : velocity,
      otherNames: arrival.prefixes.length === 0 ? undefined : others.size,
      ...(double !== undefined && { double }),
      ...(spread && { spread }),
    };
  }

  /** Texts near this one. */
  #compared(arrival: Arrival): Pick<RecentView, "samePostsToday" | "nearSpam" | "nearPublished"> {
    const posts = new Set<string>();
    let [nearSpam, nearPublished] = [0, 0];
    const { fingerprint } = arrival;
    for (const trace of fingerprint ? this.#near.around(fingerprint) : []) {
      if (!fingerprint || !trace.fingerprint || trace.id === arrival.id) continue;
      const same = trace.fingerprint.exact === fingerprint.exact;
      const isOfToday = arrival.arrived - trace.arrived < DAY;
      if (same && isOfToday && trace.post !== arrival.post) posts.add(trace.post ?? "");
      const isSpam = trace.status === "spam" && trace.decided;
      const isAnothers = trace.status === "published" && !sameAuthor(arrival, trace);
      if (!isSpam && !isAnothers) continue;
      const likeness = same ? 1 : similarity(trace.fingerprint, fingerprint);
      if (likeness < NEAR) continue;
      if (isSpam) nearSpam = Math.max(nearSpam, likeness);
      if (isAnothers) nearPublished = Math.max(nearPublished, likeness);
    }
    return { samePostsToday: posts.size, nearSpam, nearPublished };
  }
}

/** Whether two comments are one that was sent twice: by one author, in one place, with one text. */
function isDouble(arrival: Arrival, trace: Trace): boolean {
  if (trace.post !== arrival.post || trace.parent !== arrival.parent) return false;
  const { fingerprint: a } = arrival;
  const same = a !== undefined && a.exact === trace.fingerprint?.exact;
  if (!same && trace.hash !== arrival.hash) return false;
  if (arrival.mail !== undefined || trace.mail !== undefined) return arrival.mail === trace.mail;
  const unknown = arrival.name === undefined && arrival.prefixes.length === 0;
  return arrival.name === trace.name && !elsewhere(arrival, trace) && (same || !unknown);
}

/** Whether they are known to come from different networks. */
const elsewhere = ({ prefixes }: Arrival, { prefix }: Trace) =>
  prefix !== undefined && prefixes.length > 0 && !prefixes.includes(prefix);

const sameAuthor = (a: Arrival, b: Trace) =>
  a.mail === undefined && b.mail === undefined ? a.name === b.name : a.mail === b.mail;

/** A comment as it comes to a site. Hashes are keyed; times in milliseconds since 1970. */
export interface Arriving extends Came {
  readonly id: string;
  readonly comment: Comment;
  /** Of what makes the content. */
  readonly hash: string;
  readonly mail?: string | undefined;
  readonly arrived: number;
}

/** What a site has in mind. */
interface Memory {
  readonly recent: Recent;
  readonly reputation: Reputation;
}

/** What a site's memory says of a comment that comes. */
interface Recalled extends RecentView, Pick<History, "standing" | "domains"> {
  /** Undefined: too short to be told from anybody else's. */
  readonly fingerprint: Fingerprint | undefined;
  /** The parts of the network that say something of a person. */
  readonly prefixes: readonly string[];
  /** What the author is told by: the comment's marks, and those that approved comments of hers link to them. */
  readonly marks: ReadonlySet<string>;
}

/** Looks a comment up among the recent ones, and its author and domains in what people decided. `allowed`: the owner's list. */
export function recall(
  { recent, reputation }: Memory,
  arriving: Arriving,
  subject: Subject,
  allowed: readonly string[],
): Recalled {
  const print = fingerprint(subject);
  const linked = linkedDomains(subject);
  const domains = reputation.domains(linked);
  const { shared } = recent;
  const { comment, mail } = arriving;
  const prefixes = networkOf(arriving, shared);
  const marks = marksOf(arriving, shared);
  return {
    ...recent.look({
      id: arriving.id,
      post: comment.post.url,
      parent: comment.parent?.id,
      hash: arriving.hash,
      arrived: arriving.arrived,
      fingerprint: print,
      mail,
      name: comment.author.name,
      prefixes,
      domains: subject.fromServer ? [] : strangeDomains(linked, domains, allowed),
    }),
    standing: reputation.standing(mail, marks, shared),
    domains,
    fingerprint: print,
    prefixes,
    marks: mail === undefined ? new Set(marks) : reputation.marksWith(mail, marks, shared),
  };
}
