import { keyIn } from "../../contract/actor.ts";
import type { WaveRuleView } from "../../contract/wave-rule.ts";
import type { Site } from "../site.ts";

/** As much of the comment that led a wave as tells it from others. */
const TEXT = 120;

/** The rules that decide later ones of waves, the newest first, with what each caught so far. */
export const wavesOf = (site: Site, now: number): WaveRuleView[] =>
  site.waves
    .standing(now)
    .toReversed()
    .map((rule) => {
      const { id, decision, by, began, until, wave, lead } = rule;
      const row = site.comments.get(lead);
      return {
        site: site.record.id,
        id,
        decision,
        by,
        ...keyIn(rule.member),
        began,
        until,
        wave,
        caught: site.waves.count(id),
        lead: row && {
          id: lead,
          author: row.comment.author.name ?? "",
          text: row.comment.content.slice(0, TEXT),
        },
      };
    });
