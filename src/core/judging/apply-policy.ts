import type { Comment } from "../comment.ts";
import type { History } from "../memory/history.ts";
import { SURGE_RULE } from "../memory/surge.ts";
import { showsNothing } from "../reading/nothing-to-read.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { mayPublish } from "./allowed.ts";
import { doubleRule } from "./double.ts";
import { met } from "./lists.ts";
import type { Policy } from "./policy.ts";
import { proofRule } from "./proof-rule.ts";
import type { RuleKind } from "./rule-kind.ts";
import { swayed, swayOf } from "./rules.ts";
import type { Abuse, Outcome, PolicyHit } from "./verdict.ts";

/** Roles of a blog's own people: what they write is published. */
const STAFF = new Set(["administrator", "super_admin", "owner", "editor", "author", "moderator", "staff"]);

/** What was not read whole, a person has to see, whatever its start looks like. */
const CUT_RULE: PolicyHit = { rule: "longer than 65,536 bytes: cut", effect: "hold", kind: "cut" };

const OWN_RULE: PolicyHit = {
  rule: "pingback of the site's own",
  effect: "publish",
  kind: "own pingback",
};

/** A page of the blog's own that links to another. The blog has looked at the page, which it does not for a trackback. */
const isOwnPingback = (subject: Subject): boolean =>
  subject.comment.type === "pingback" && subject.site !== undefined && isOwn(subject, subject.site.host);

/** The owner's rules, on top of the score. */
export function applyPolicy(
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  outcome: Outcome,
  abuse: Abuse,
): { outcome: Outcome; hits: PolicyHit[] } {
  const hits = rulesMet(subject, history, policy, abuse, outcome);
  return { outcome: swayed(swayOf(hits), outcome), hits };
}

/** Nothing else counts of a comment by the blog's own people. */
function rulesMet(
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  abuse: Abuse,
  outcome: Outcome,
): PolicyHit[] {
  const staff = subject.comment.author.role?.split(",").find((role) => STAFF.has(role.trim().toLowerCase()));
  if (staff !== undefined)
    return [{ rule: `the author is ${staff.trim()}`, effect: "publish", kind: "staff" }];
  const user = ownUser(subject.comment, policy);
  if (user !== undefined)
    return [{ rule: `the blog's own user ${user}`, effect: "publish", kind: "own user" }];
  const proof = subject.comment.form?.proof;
  const hits = [
    ...(subject.comment.cut ? [CUT_RULE] : []),
    ...(proof === undefined ? [] : proofRule(proof)),
    ...trigger(subject),
    ...lists(subject, history, policy),
    ...listed(history),
    ...(isOwnPingback(subject) ? [OWN_RULE] : held(subject, history, policy, abuse)),
  ];
  return [...hits, ...(outcome === "reject" ? [] : ofSpread(history, hits)), ...ofWave(history, hits)];
}

/**
 * A link that people bring who have nothing to do with each other is seen by a person once: what she approves of is known from then
 * on. Whom she trusts may bring it; what the score rejects needs no such rule.
 */
function ofSpread(history: History | undefined, others: readonly PolicyHit[]): PolicyHit[] {
  const { spread, standing } = history ?? {};
  if (!spread || standing?.confirmed || others.some(({ effect }) => effect === "publish")) return [];
  const { domain, others: count } = spread;
  return [
    {
      rule: `links to ${domain}, which nobody here approved, as ${count} others did within a day`,
      effect: "hold",
      kind: "spread",
      spread: { domain, others: count },
    },
  ];
}

const calledAs = { spam: "called spam", discard: "discarded" };

/** Whom a person trusts, by an entry or by having approved of her, is never taken for one of a wave. */
function ofWave(history: History | undefined, others: readonly PolicyHit[]): PolicyHit[] {
  const { wave, standing } = history ?? {};
  if (!wave || standing?.confirmed || others.some(({ effect }) => effect === "publish")) return [];
  const { id, by, decision } = wave;
  return [
    {
      rule: `one of a wave that ${by} ${calledAs[decision]}`,
      effect: "reject",
      kind: "wave",
      entry: id,
      by,
      ...(decision === "discard" && { discards: true }),
    },
  ];
}

/** The user of the blog's own who wrote it, if the owner named her: the blog alone says who that is, a form does not. */
export function ownUser(
  { author }: Pick<Comment, "author">,
  { own = [] }: Pick<Policy, "own">,
): string | undefined {
  return author.id !== undefined && own.includes(`id:${author.id}`) ? author.id : undefined;
}

/** Authors that stand for certain spam, so that a blog can try its wiring out: Akismet's own, as clients know them. */
const TEST_NAMES = ["akismet-guaranteed-spam", "viagra-test-123"];
const TEST_MAIL = "akismet-guaranteed-spam@example.com";

function trigger({ name, comment: { author } }: Subject): PolicyHit[] {
  const meant = isTestName(name) || author.email?.toLowerCase() === TEST_MAIL;
  return meant ? [{ rule: "test author that is always spam", effect: "reject", kind: "test author" }] : [];
}

/** Few names are as long as one of these. */
const isTestName = (name: string): boolean =>
  TEST_NAMES.some((test) => test.length === name.length && test === name.toLowerCase());

/** The entries of the lists that a comment meets. */
export function lists(
  subject: Subject,
  history: Pick<History, "standing"> | undefined,
  { blocked, allowed }: Pick<Policy, "blocked" | "allowed">,
): PolicyHit[] {
  const publishing = met(subject, allowed).filter((entry) => mayPublish(subject, history, entry, allowed));
  return [
    ...met(subject, blocked).map(
      (entry): PolicyHit => ({ rule: `blocked: ${entry}`, effect: "reject", kind: "blocked", entry }),
    ),
    ...publishing.map(
      (entry): PolicyHit => ({ rule: `allowed: ${entry}`, effect: "publish", kind: "allowed", entry }),
    ),
  ];
}

const listedAs = {
  reject: "blocked author",
  publish: "allowed author",
  hold: "blocked author, approved from here",
};

/** The author, known by more than what is written. */
export function listed(history: Pick<History, "listed"> | undefined): PolicyHit[] {
  if (!history?.listed) return [];
  const { effect, name } = history.listed;
  const kind = effect === "publish" ? "allowed author" : "blocked author";
  return [{ rule: `${listedAs[effect]}: ${name}`, effect, kind, entry: name }];
}

function held(subject: Subject, history: History | undefined, policy: Policy, abuse: Abuse): PolicyHit[] {
  const hits: PolicyHit[] = [];
  const hold = (kind: RuleKind, rule: string) => hits.push({ rule, effect: "hold", kind });
  if (policy.holdFirstTimers && (history?.standing?.approved ?? 0) === 0)
    hold("first comment", "first comment of this author");
  if (policy.holdLinks && leadsElsewhere(subject)) hold("link", "holds a link");
  if (isOlder(subject.comment, policy.holdOlder, history?.now))
    hold("old post", `under a post older than ${policy.holdOlder} days`);
  if (isHeldEmpty(subject)) hold("nothing to read", "shows nothing to read");
  if (history?.double !== undefined) hold("double", doubleRule(history.double));
  if (history?.answersSpam) hold("answers spam", "answers a comment that is spam here");
  if (policy.holdAbuse !== false && abuse.flagged) hold("abuse", "may be abuse");
  if (history?.surge) hold("surge", SURGE_RULE);
  return hits;
}

/** Whether a comment links to what is not the blog's own. */
export const leadsElsewhere = (subject: Pick<Subject, "links" | "ownHosts">): boolean =>
  subject.links.some(({ host }) => !isOwn(subject, host));

const DAY = 86_400_000;

/** Whether a comment stands under a post that had come out so many days before a time, milliseconds since 1970. */
export const isOlder = (
  { post }: Pick<Comment, "post">,
  days: number | null | undefined,
  now: number | undefined,
): boolean =>
  days !== null &&
  days !== undefined &&
  now !== undefined &&
  now - Date.parse(post.publishedAt ?? "") > days * DAY;

/** A signup has no text, and a like by webmention may have none. */
const isHeldEmpty = (subject: Subject): boolean =>
  subject.comment.type !== "signup" && subject.comment.type !== "webmention" && showsNothing(subject);
