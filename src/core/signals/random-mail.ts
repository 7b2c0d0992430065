import type { PriorSignal } from "./signal.ts";

const DIGITS = /\d{5,}|(?:\d[a-z]+){3,}|[bcdfghjklmnpqrstvwxz]{6,}/i;
const DOTS = 4;

export const randomMail: PriorSignal = {
  name: "random-mail",
  group: "author",
  points: 0.7,
  description: "The mail address looks made up by a program",
  missing: ({ comment }) => (comment.author.email === undefined ? "no mail address sent" : undefined),
  detect({ comment }) {
    const email = comment.author.email ?? "";
    const local = email.slice(0, email.lastIndexOf("@")).slice(0, 64);
    // Where the number is the account, as with QQ, it is nobody's invention.
    if (/^\d+$/.test(local)) return undefined;
    if (!DIGITS.test(local) && local.split(".").length <= DOTS) return undefined;
    return {
      strength: 1,
      evidence: `${local.slice(0, 2)}…`,
      span: { field: "author.email", start: 0, end: local.length },
    };
  },
};
