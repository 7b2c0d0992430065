import type { CommentType } from "../comment.ts";
import { type Contact, contactsOf } from "./contacts.ts";
import { LastAsked } from "./last-asked.ts";
import type { Link } from "./link.ts";
import { linksOf } from "./links.ts";
import { isOwn, type Subject } from "./subject.ts";
import { undisguised } from "./undisguised.ts";

/** What a reader could follow out of a comment. */
export const payloadKinds = ["link", "author-link", "mail", "phone", "messenger", "wallet"] as const;

export type PayloadKind = (typeof payloadKinds)[number];

/** Hosts of a reader's own machine or network: nothing is there to follow. */
const NOWHERE = /^(?:127|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01])|0)(?:\.\d+)+$|^\[/;
/** A name in which something to follow could stand. */
const TELLING = /[.@\d]/;
/** Sent to the blog's owner alone: what she follows is the address that she answers to. */
const ANSWERED: ReadonlySet<CommentType> = new Set(["contact-form", "message", "signup"]);

type Where = Pick<Subject, "ownHosts">;

/**
 * What a reader could follow out of a comment, by kind: what stands in its text and its author's name, in plain sight or hidden,
 * and the author's link. Code is no exception: who reads it can copy an address out of it. The blog's own links, and mail
 * addresses at its own hosts, lead nowhere else; the author's mail address is read by nobody but the owner, and counts where she
 * is the one who is written to. Undefined: nothing was found, but the text is too long to be searched whole.
 */
export const payloadOf = (subject: Subject): readonly PayloadKind[] | undefined =>
  known.of(subject, searched);

/** Asked for by the classifier and by the verdict. */
const known = new LastAsked<readonly PayloadKind[] | undefined>();

function searched(subject: Subject): readonly PayloadKind[] | undefined {
  const { comment, links, site, contacts, text, content, name, ascii } = subject;
  let found = leadAway(subject, links) ? LINK : 0;
  if (site && leadsAway(subject, site.host)) found |= AUTHOR_LINK;
  if (ANSWERED.has(comment.type) && comment.author.email) found |= bitOf("mail");
  found |= contactKinds(subject, content, contacts);
  const meant = undisguised(content, ascii);
  if (meant !== undefined) {
    if ((found & LINK) === 0 && leadAway(subject, linksOf(meant))) found |= LINK;
    found |= contactKinds(subject, meant, contactsOf(meant));
  }
  if (TELLING.test(name)) {
    if (leadAway(subject, linksOf(name))) found |= AUTHOR_LINK;
    found |= contactKinds(subject, name, contactsOf(name));
  }
  return found === 0 && text.length > content.length ? undefined : (SETS[found] as readonly PayloadKind[]);
}

const bitOf = (kind: PayloadKind): number => 1 << payloadKinds.indexOf(kind);
const LINK = bitOf("link");
const AUTHOR_LINK = bitOf("author-link");
/** The kinds of each set of bits. */
const SETS: readonly (readonly PayloadKind[])[] = Array.from({ length: 1 << payloadKinds.length }, (_, set) =>
  payloadKinds.filter((kind) => (set & bitOf(kind)) !== 0),
);

/** Every host that may stand in a comment, in plain sight or hidden, the author's among them. */
export function hostsNamed({ links, site, contacts, content, name, ascii }: Subject): string[] {
  const meant = undisguised(content, ascii);
  const beside = [...(meant === undefined ? [] : [meant]), ...(TELLING.test(name) ? [name] : [])];
  return [
    ...[...links, ...(site ? [site] : []), ...beside.flatMap(linksOf)].map(({ host }) => host),
    ...hostsOfMails(content, contacts),
    ...beside.flatMap((text) => hostsOfMails(text, contactsOf(text))),
  ];
}

const hostsOfMails = (text: string, contacts: readonly Contact[]): string[] =>
  contacts.flatMap(({ kind, start, end }) => (kind === "mail" ? [hostOfMail(text.slice(start, end))] : []));

function contactKinds(where: Where, text: string, contacts: readonly Contact[]): number {
  let kinds = 0;
  for (const { kind, start, end } of contacts)
    if (kind !== "mail" || !isOwn(where, hostOfMail(text.slice(start, end)))) kinds |= bitOf(kind);
  return kinds;
}

const hostOfMail = (mail: string): string => mail.slice(mail.lastIndexOf("@") + 1).toLowerCase();

function leadAway(where: Where, links: readonly Pick<Link, "host">[]): boolean {
  for (const { host } of links) if (leadsAway(where, host)) return true;
  return false;
}

const leadsAway = (where: Where, host: string): boolean => !isOwn(where, host) && !NOWHERE.test(host);
