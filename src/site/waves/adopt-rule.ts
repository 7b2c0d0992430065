import type { Actor } from "../../contract/actor.ts";
import { MOST_WAVE_RULES, WAVE_RULE_LIFE, type WaveRule, waveRuleId } from "../../contract/wave-rule.ts";
import type { Site } from "../site.ts";
import { noteWave } from "./note-wave.ts";

/**
 * Another Hamlet's rule for later ones of a wave holds here, too, until it would have ended there, and no longer than one that is made
 * here; what it had decided there is not here. It is whoever brings it who answers for it: a name in it is nobody's account here.
 * The caller sees to the transaction.
 */
export function adoptRule(site: Site, rule: WaveRule, by: Actor, now: number): void {
  const standing = site.waves.standing(now);
  if (rule.until <= now || standing.length >= MOST_WAVE_RULES) return;
  const { lead, decision, wave, pattern } = rule;
  const sequence = noteWave(site, "wave.began", { actor: by, lead, decision, now });
  const id = waveRuleId({ at: now, sequence });
  const until = Math.min(rule.until, now + WAVE_RULE_LIFE);
  const adopted = {
    id,
    decision,
    by: by.name,
    began: now,
    until,
    batch: `adopted-${id}`,
    lead,
    wave,
    pattern,
  };
  site.waves.keep([...standing, { ...adopted, ...(by.member !== undefined && { member: by.member }) }]);
}
