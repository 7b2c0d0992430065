import { type Decision, decisions } from "../../core/judging/decision.ts";
import type { Reputation } from "../../core/memory/reputation.ts";
import type { Site } from "../site.ts";
import { takeDownAll } from "./keep.ts";

/** Takes a whole history out again: its lessons, what it said of authors and domains, its suspects, and what was kept of it. False: there is none. */
export function takeOut(site: Site, source: string): boolean {
  const open = site.imports.get(source);
  if (!open) return false;
  site.transaction(() => {
    site.learned.unteachAll((lesson) => lesson.source === `import:${source}`);
    subtract(site.learned.reputation, open.reputation);
    site.learned.save();
    site.imports.remove(source);
    takeDownAll(site, source);
  });
  site.forgetRecent();
  return true;
}

/** Takes back all that one reputation says from another. */
function subtract(from: Reputation, what: Reputation): void {
  const { authors, domains } = what.store();
  for (const [mail, author] of authors)
    for (const place of "places" in author ? author.places : [author])
      for (const decision of Object.keys(decisions) as Decision[])
        for (let n = 0; n < place[decision]; n++)
          from.testify({ decision, mail, marks: place.marks, domains: [] }, -1);
  for (const [domain, { spam, ham }] of domains) {
    for (let n = 0; n < spam; n++)
      from.testify({ decision: "spam", mail: null, marks: [], domains: [domain] }, -1);
    for (let n = 0; n < ham; n++)
      from.testify({ decision: "approve", mail: null, marks: [], domains: [domain] }, -1);
  }
}
