import type { Actor } from "../../contract/actor.ts";
import { type LaterOnes, MOST_WAVE_RULES, WAVE_RULE_LIFE, waveRuleId } from "../../contract/wave-rule.ts";
import { patternOf } from "../../core/memory/wave-pattern.ts";
import type { Site } from "../site.ts";
import { noteWave } from "./note-wave.ts";
import { seenIn } from "./wave-of.ts";

/** Comments of a wave that its pattern is made of. */
const MOST_READ = 200;

interface Wave {
  /** The comments, the leading one first. */
  readonly ids: readonly string[];
  readonly decision: "spam" | "discard";
  readonly by: Actor;
  readonly batch: string;
  readonly now: number;
}

/** Makes a rule that decides later ones as a wave is decided now. Everybody links to what was approved before: that is no trait. */
export function beginRule(site: Site, { ids, decision, by, batch, now }: Wave): LaterOnes {
  const standing = site.waves.standing(now);
  const same = standing.find((rule) => rule.batch === batch);
  if (same) return { until: same.until };
  if (standing.length >= MOST_WAVE_RULES) return { refused: "full" };
  const [lead = ""] = ids;
  const rows = [lead, ...ids.slice(1, MOST_READ)].flatMap((id) => site.comments.get(id) ?? []);
  const pattern = patternOf(
    rows.map((row) => {
      const seen = seenIn(site, { ...row, name: row.comment.author.name ?? null });
      const known = site.learned.reputation.domains(seen.domains);
      const good = new Set(known.flatMap(({ domain, ham }) => (ham > 0 ? [domain] : [])));
      return { ...seen, domains: seen.domains.filter((domain) => !good.has(domain)) };
    }),
  );
  if (!pattern) return { refused: "nothing in common" };
  const until = now + WAVE_RULE_LIFE;
  site.transaction(() => {
    const sequence = noteWave(site, "wave.began", { actor: by, lead, decision, now });
    const id = waveRuleId({ at: now, sequence });
    const wave = ids.length;
    const made = {
      id,
      decision,
      by: by.name,
      began: now,
      until,
      batch,
      lead,
      wave,
      pattern: plain(pattern),
    };
    site.waves.keep([...standing, { ...made, ...(by.member !== undefined && { member: by.member }) }]);
  });
  return { until };
}

type Made = NonNullable<ReturnType<typeof patternOf>>;

/** As it is stored. */
export const plain = ({ texts, domains, names }: Made) => ({
  texts: texts.map(({ exact, sketch }) => ({ exact, sketch: Array.from(sketch) })),
  domains: [...domains],
  names: [...names],
});
