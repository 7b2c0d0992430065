/**
 * How an author stands on this site: people's decisions on comments with this mail address that came with a mark of
 * this one (part of the network, browser, the blog's own user), or with a mark that approved ones link to it.
 */
export interface Standing {
  readonly approved: number;
  readonly spam: number;
  readonly discarded: number;
  /** One of them was approved. */
  readonly confirmed: boolean;
}

/** What people decided about comments that linked to a domain. */
export interface DomainRecord {
  readonly domain: string;
  readonly spam: number;
  readonly ham: number;
}

/** A domain that nobody here knows, to which people link who have nothing to do with each other. */
export interface Spread {
  readonly domain: string;
  /** Who linked to it within a day, besides who does now. */
  readonly others: number;
  /** On how many pages. */
  readonly pages: number;
}

/** An author in the owner's lists. */
export interface Listed {
  /** "hold": blocked, but this may be another who was approved under the same mail address. */
  readonly effect: "publish" | "hold" | "reject";
  readonly name: string;
}

/** A wave on which a person decided once for all, later ones, too. */
export interface DecidedWave {
  /** Of the rule that she made. */
  readonly id: string;
  readonly by: string;
  readonly decision: "spam" | "discard";
}

/** What the site remembers that bears on one comment. Absent members are unknown, not zero. */
export interface History {
  /** When the comment arrived, milliseconds since 1970. */
  readonly now: number;
  /** Other posts that got the same text within 24 hours. */
  readonly samePostsToday: number;
  /** Jaccard similarity (0..1) to the nearest comment that people called spam. */
  readonly nearSpam: number;
  /** Similarity (0..1) to the nearest published comment of somebody else. */
  readonly nearPublished: number;
  /** Comments from the same address prefix, this one not counted; undefined: no address that tells readers apart. */
  readonly velocity?: { readonly lastMinute: number; readonly lastHour: number } | undefined;
  /** Other names under which comments came from the same address prefix; undefined: as above. */
  readonly otherNames?: number | undefined;
  /** Undefined: no mail address sent. */
  readonly standing?: Standing | undefined;
  /** Of the domains that the comment links to, those with a record. */
  readonly domains: readonly DomainRecord[];
  /** Of the domains that the comment links to, the one that most others brought today; undefined: not several did. */
  readonly spread?: Spread | undefined;
  /** Far more comments than this site is used to are arriving. */
  readonly surge: boolean;
  /** The comment of the same author, post and text that came within the day before; undefined: none did. */
  readonly double?: string | undefined;
  /** The comment that this one answers is spam here. */
  readonly answersSpam?: boolean | undefined;
  /** Undefined: in none of the lists. */
  readonly listed?: Listed | undefined;
  /** A wave that was decided on lately, of which this comment is one; undefined: none is. */
  readonly wave?: DecidedWave | undefined;
}
