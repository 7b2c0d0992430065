import type { Comment } from "../comment.ts";
import type { DecidedWave, History, Spread } from "../memory/history.ts";
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
  const hits: PolicyHit[] = [];
  const proof = subject.comment.form?.proof;
  if (subject.comment.cut) hits.push(CUT_RULE);
  if (proof !== undefined) hits.push(...proofRule(proof));
  if (isTest(subject)) hits.push(TEST_RULE);
  if (policy.blocked.length + policy.allowed.length > 0) hits.push(...lists(subject, history, policy));
  if (history?.listed) hits.push(...listed(history));
  if (isOwnPingback(subject)) hits.push(OWN_RULE);
  else addHeld(hits, subject, history, policy, abuse);
  if (history?.spread || history?.wave) hits.push(...ofMany(history, hits, outcome));
  return hits;
}

/** What is said of a comment for the sake of others like it. Whom a person trusts, or has approved of, is never taken for one of them. */
function ofMany(history: History, others: readonly PolicyHit[], outcome: Outcome): PolicyHit[] {
  if (history.standing?.confirmed || others.some(({ effect }) => effect === "publish")) return [];
  return [
    ...(history.spread && outcome !== "reject" ? [spreadRule(history.spread)] : []),
    ...(history.wave ? [waveRule(history.wave)] : []),
  ];
}

/**
 * A link that people bring who have nothing to do with each other is seen by a person once: what she approves of is known from then
 * on. What the score rejects needs no such rule.
 */
const spreadRule = ({ domain, others }: Spread): PolicyHit => ({
  rule: `links to ${domain}, which nobody here approved, as ${others} others did within a day`,
  effect: "hold",
  kind: "spread",
  spread: { domain, others },
});

const calledAs = { spam: "called spam", discard: "discarded" };

const waveRule = ({ id, by, decision }: DecidedWave): PolicyHit => ({
  rule: `one of a wave that ${by} ${calledAs[decision]}`,
  effect: "reject",
  kind: "wave",
  entry: id,
  by,
  ...(decision === "discard" && { discards: true }),
});

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

const TEST_RULE: PolicyHit = {
  rule: "test author that is always spam",
  effect: "reject",
  kind: "test author",
};

const isTest = ({ name, comment: { author } }: Subject): boolean =>
  isTestName(name) || author.email?.toLowerCase() === TEST_MAIL;

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

function addHeld(
  hits: PolicyHit[],
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  abuse: Abuse,
): void {
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
