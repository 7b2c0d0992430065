import { marksOfRow } from "../../core/memory/reputation.ts";
import type { Site } from "../site.ts";
import type { JudgedComment } from "../tables/judged-comments.ts";

/** Tells of each comment whether it was its author's first: nothing of hers had been approved when it came. */
export class Approvals {
  readonly #site: Site;
  readonly #decided = new Map<string, number[]>();

  constructor(site: Site, comments: readonly JudgedComment[]) {
    this.#site = site;
    for (const { mail, status, decided, settled } of comments) {
      if (mail === null || !decided || status !== "published") continue;
      const times = this.#decided.get(mail) ?? [];
      this.#decided.set(mail, times);
      times.push(settled);
    }
  }

  /** By what is known of her today, without what was approved since. Without a mail address every comment is a first. */
  isFirst({ mail, arrived, policy, prefix, browser, comment }: JudgedComment): boolean {
    if (mail === null || policy.some(({ kind }) => kind === "first comment")) return true;
    const { learned, recent } = this.#site;
    const marks = marksOfRow({ prefix, browser, comment: comment ?? { author: {} } });
    const approved = learned.reputation.standing(mail, marks, recent.shared)?.approved ?? 0;
    const since = this.#decided.get(mail)?.filter((settled) => settled >= arrived).length ?? 0;
    return approved <= since;
  }
}
