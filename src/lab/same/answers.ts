import { createHash } from "node:crypto";
import { emptySiteState } from "../../core/classifier/site-state.ts";
import type { Comment } from "../../core/comment.ts";
import type { Policy } from "../../core/judging/policy.ts";
import type { History } from "../../core/memory/history.ts";
import { noRules } from "../no-rules.ts";
import type { Core } from "./core-of.ts";

/** A site of which much is known, with an owner who set all she could. */
const strict: Policy = {
  ...noRules,
  hosts: ["blog.example", "github.com"],
  languages: ["es", "ru", "fr"],
  holdLinks: true,
  holdFirstTimers: true,
  blocked: ["casino", "example.net", "a@b.example", "+49 30 1234567"],
  allowed: ["thank you"],
  own: ["Ada"],
};
const known: History = {
  now: Date.UTC(2026, 10, 27),
  samePostsToday: 1,
  nearSpam: 0.7,
  nearPublished: 0.8,
  velocity: { lastMinute: 3, lastHour: 4 },
  otherNames: 1,
  standing: { approved: 2, spam: 1, discarded: 0, confirmed: true },
  domains: [{ domain: "example.com", spam: 1, ham: 0 }],
  surge: false,
};

/** Gives all that a core says of a comment, as text: of a new site, and of one that learned from some comments. */
export function answering(core: Core, taught: readonly Comment[]): (comment: Comment) => string {
  const starter = core.loadStarter();
  const lessons = taught.map((comment, i) => {
    const label = i % 2 === 0 ? "ham" : "spam";
    const what = core.lesson(core.read(comment, strict.hosts), starter, strict, label, 1);
    return { ...what, source: "decision" as const, id: String(i), mail: null, at: i };
  });
  const learned = { starter, site: core.stateOf(lessons) };
  const fresh = { starter, site: emptySiteState() };
  return (comment) => {
    const plain = core.read(comment, noRules.hosts);
    const subject = core.read(comment, strict.hosts);
    return JSON.stringify([
      core.check(plain, fresh, undefined, noRules),
      core.check(subject, learned, known, strict),
      core.explain(subject, learned, strict),
      wholeNumbers(core.lesson(subject, starter, strict, "spam", 1)),
      core.linkedDomains(subject),
      wholeNumbers(core.fingerprint(subject)),
    ]);
  };
}

const wholeNumbers = (found: object | undefined) =>
  JSON.stringify(found, (_, value) => (ArrayBuffer.isView(value) ? [...(value as Uint16Array)] : value));

/** A number that is the same for the same answers in the same order. */
export function digest() {
  const sum = createHash("sha256");
  return { add: (answer: string) => sum.update(answer), told: () => sum.digest("hex").slice(0, 16) };
}
