import type { History } from "../memory/history.ts";
import { SURGE_RULE } from "../memory/surge.ts";
import { showsNothing } from "../reading/nothing-to-read.ts";
import { isOwn, type Subject } from "../reading/subject.ts";
import { mayPublish } from "./allowed.ts";
import { doubleRule } from "./double.ts";
import { met } from "./lists.ts";
import type { Policy } from "./policy.ts";
import type { Abuse, Outcome, PolicyHit } from "./verdict.ts";

/** Roles of a blog's own people: what they write is published. */
const STAFF = new Set(["administrator", "super_admin", "owner", "editor", "author", "moderator", "staff"]);

/** What was not read whole, a person has to see, whatever its start looks like. */
const CUT_RULE: PolicyHit = { rule: "longer than 65,536 bytes: cut", effect: "hold" };

const OWN_RULE: PolicyHit = { rule: "pingback of the site's own", effect: "publish" };

/** A page of the blog's own that links to another. The blog has looked at the page, which it does not for a trackback. */
const isOwnPingback = (subject: Subject): boolean =>
  subject.comment.type === "pingback" && subject.site !== undefined && isOwn(subject, subject.site.host);

/** The owner's rules, on top of the score. The strongest effect wins: reject, then hold, then publish. */
export function applyPolicy(
  subject: Subject,
  history: History | undefined,
  policy: Policy,
  outcome: Outcome,
  abuse: Abuse,
): { outcome: Outcome; hits: PolicyHit[] } {
  const staff = subject.comment.author.role?.split(",").find((role) => STAFF.has(role.trim().toLowerCase()));
  if (staff !== undefined)
    return { outcome: "publish", hits: [{ rule: `the author is ${staff.trim()}`, effect: "publish" }] };
  const user = ownUser(subject, policy);
  if (user !== undefined)
    return { outcome: "publish", hits: [{ rule: `the blog's own user ${user}`, effect: "publish" }] };
  const { cut } = subject.comment;
  const own = isOwnPingback(subject);
  const hits = [
    ...(cut ? [CUT_RULE] : []),
    ...trigger(subject),
    ...lists(subject, history, policy),
    ...listed(history),
    ...(own ? [OWN_RULE] : held(subject, history, policy, abuse)),
  ];
  const has = (effect: PolicyHit["effect"]) => hits.some((hit) => hit.effect === effect);
  if (has("reject")) return { outcome: "reject", hits };
  if (cut) return { outcome: "review", hits };
  if (has("hold")) return { outcome: outcome === "reject" ? "reject" : "review", hits };
  return { outcome: own || (has("publish") && outcome !== "reject") ? "publish" : outcome, hits };
}

/** The user of the blog's own who wrote it, if the owner named her: the blog alone says who that is, a form does not. */
function ownUser({ comment: { author } }: Subject, { own = [] }: Policy): string | undefined {
  return author.id !== undefined && own.includes(`id:${author.id}`) ? author.id : undefined;
}

/** Authors that stand for certain spam, so that a blog can try its wiring out: Akismet's own, as clients know them. */
const TEST_NAMES = ["akismet-guaranteed-spam", "viagra-test-123"];
const TEST_MAIL = "akismet-guaranteed-spam@example.com";

function trigger({ comment: { author } }: Subject): PolicyHit[] {
  const meant =
    TEST_NAMES.includes(author.name?.trim().toLowerCase() ?? "") || author.email?.toLowerCase() === TEST_MAIL;
  return meant ? [{ rule: "test author that is always spam", effect: "reject" }] : [];
}

function lists(subject: Subject, history: History | undefined, { blocked, allowed }: Policy): PolicyHit[] {
  const publishing = met(subject, allowed).filter((entry) => mayPublish(subject, history, entry, allowed));
  return [
    ...met(subject, blocked).map((entry): PolicyHit => ({ rule: `blocked: ${entry}`, effect: "reject" })),
    ...publishing.map((entry): PolicyHit => ({ rule: `allowed: ${entry}`, effect: "publish" })),
  ];
}

const listedAs = {
  reject: "blocked author",
  publish: "allowed author",
  hold: "blocked author, approved from here",
};

/** The author, known by more than what is written. */
function listed(history: History | undefined): PolicyHit[] {
  if (!history?.listed) return [];
  const { effect, name } = history.listed;
  return [{ rule: `${listedAs[effect]}: ${name}`, effect }];
}

function held(subject: Subject, history: History | undefined, policy: Policy, abuse: Abuse): PolicyHit[] {
  const rules: [boolean, string][] = [
    [policy.holdFirstTimers && (history?.standing?.approved ?? 0) === 0, "first comment of this author"],
    [policy.holdLinks && subject.links.some((link) => !isOwn(subject, link.host)), "holds a link"],
    [isHeldEmpty(subject), "shows nothing to read"],
    [history?.double !== undefined, doubleRule(history?.double ?? "")],
    [history?.answersSpam === true, "answers a comment that is spam here"],
    [abuse.flagged, "may be abuse"],
    [history?.surge === true, SURGE_RULE],
  ];
  return rules.filter(([applies]) => applies).map(([, rule]) => ({ rule, effect: "hold" }));
}

/** A signup has no text, and a like by webmention may have none. */
const isHeldEmpty = (subject: Subject): boolean =>
  subject.comment.type !== "signup" && subject.comment.type !== "webmention" && showsNothing(subject);
