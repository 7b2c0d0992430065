import { foldMail, type memberLanguages } from "./members.ts";

/** In which language a reader is written to. */
export type ReaderLanguage = (typeof memberLanguages)[number];

/** The page of a request that is about no page: all that is kept of her is to be erased. */
export const ERASURE = "";

/** What a reader asks for by her mail address, on its way to a site. */
export interface ReaderAsk {
  /** A random name, by which links know the request. */
  readonly id: string;
  /** What the page's comments are found by, or `ERASURE`. */
  readonly thread: string;
  /** Keyed hash of the address, as comments have it. */
  readonly mail: string;
  /** The same of the mailbox, however the address is spelled. */
  readonly box: string;
  /** The same of the /24 or /48 that it came from; null: it is not known. */
  readonly network: string | null;
  /** The address, encrypted for this alone. */
  readonly sealed: string;
  readonly language: ReaderLanguage;
  /** Where this Hamlet is. */
  readonly link: string;
  /** The page's address, and her comment there; empty: it is about no page. */
  readonly page: string;
  readonly comment: string;
}

/** Why a request was not even looked at, whosever address it names: too many came today. */
export type ReaderRefusal = "network" | "site";

/** A request as the page shows it that its link opens. */
export interface ReaderView {
  readonly page: string;
  readonly confirmed: boolean;
}

/** What a mailed link would erase: the address, encrypted, and how many comments there are with it. */
export interface ErasureLinked {
  readonly sealed: string;
  readonly comments: number;
}

/** Somebody's wish to be erased that waits for the owner: her address, encrypted, and when it came (milliseconds since 1970). */
export interface ErasureAsked {
  readonly sealed: string;
  readonly asked: number;
}

/** How the mails to readers do. */
export interface ReadersState {
  /** Those who confirmed, by page. */
  readonly told: number;
  /** Why the last mail to somebody was not taken; null: nothing is known of any. */
  readonly failure: string | null;
}

const PLAIN = /^[\x21-\x7e]+$/;

/** A stranger's address as mail may be sent to it; undefined: it is none, or holds more than plain characters. */
export function mailable(email: string | undefined): string | undefined {
  const folded = email === undefined || email.length > 254 ? undefined : foldMail(email.trim());
  return folded !== undefined && PLAIN.test(folded) ? folded : undefined;
}

/** The mailbox of an address: what follows a + and dots in its name make no other, with most providers. */
export function boxOf(address: string): string {
  const at = address.lastIndexOf("@");
  const name = address.slice(0, at).replace(/\+.*$/s, "").replaceAll(".", "");
  return `${name}${address.slice(at)}`;
}
