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

function searched(subject: Subject): PayloadKind[] | undefined {
  const { comment, links, site, contacts, text, content, name, ascii } = subject;
  const found = new Set<PayloadKind>();
  if (leadAway(subject, links)) found.add("link");
  if (site && leadsAway(subject, site.host)) found.add("author-link");
  if (ANSWERED.has(comment.type) && comment.author.email) found.add("mail");
  addContacts(found, subject, content, contacts);
  const meant = undisguised(content, ascii);
  if (meant !== undefined) {
    if (!found.has("link") && leadAway(subject, linksOf(meant))) found.add("link");
    addContacts(found, subject, meant, contactsOf(meant));
  }
  if (TELLING.test(name)) {
    if (leadAway(subject, linksOf(name))) found.add("author-link");
    addContacts(found, subject, name, contactsOf(name));
  }
  if (found.size === 0 && text.length > content.length) return undefined;
  return payloadKinds.filter((kind) => found.has(kind));
}

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

function addContacts(
  found: Set<PayloadKind>,
  where: Where,
  text: string,
  contacts: readonly Contact[],
): void {
  for (const { kind, start, end } of contacts)
    if (kind !== "mail" || !isOwn(where, hostOfMail(text.slice(start, end)))) found.add(kind);
}

const hostOfMail = (mail: string): string => mail.slice(mail.lastIndexOf("@") + 1).toLowerCase();

const leadAway = (where: Where, links: readonly Pick<Link, "host">[]): boolean =>
  links.some(({ host }) => leadsAway(where, host));

const leadsAway = (where: Where, host: string): boolean => !isOwn(where, host) && !NOWHERE.test(host);
