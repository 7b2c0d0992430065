import { mailDomainKind } from "../reading/mail-domain.ts";
import { MAIL } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

export const mailDomain: FittedSignal = {
  name: "mail-domain",
  group: "author",
  needs: MAIL,
  description:
    "The author's mail address beside her website: of the same domain, of a provider, or of a third one",
  detect({ comment, site }) {
    const { email } = comment.author;
    const kind = email === undefined ? undefined : mailDomainKind(email, site?.domain);
    if (email === undefined || kind === undefined) return undefined;
    const variant = kind === "own" ? kind : `${kind}, ${site ? "with" : "without"} website`;
    return {
      strength: kind === "other" && site ? 1 : 0.5,
      evidence: email.slice(email.lastIndexOf("@") + 1).slice(0, 80),
      span: { field: "author.email", start: 0, end: email.length },
      variants: [variant],
    };
  },
};
