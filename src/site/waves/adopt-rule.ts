import { MOST_WAVE_RULES, type WaveRule, waveRuleId } from "../../contract/wave-rule.ts";
import type { Site } from "../site.ts";
import { noteWave } from "./note-wave.ts";

/**
 * Another Hamlet's rule for later ones of a wave holds here, too, until it would have ended there; what it had decided there is not here.
 * The caller sees to the transaction.
 */
export function adoptRule(site: Site, rule: WaveRule, by: string, now: number): void {
  const standing = site.waves.standing(now);
  if (rule.until <= now || standing.length >= MOST_WAVE_RULES) return;
  const { lead, decision } = rule;
  const sequence = noteWave(site, "wave.began", { actor: { name: by }, lead, decision, now });
  const id = waveRuleId({ at: now, sequence });
  site.waves.keep([...standing, { ...rule, id, batch: `adopted-${id}` }]);
}
