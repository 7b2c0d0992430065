import type { WaveRuleView } from "../contract/wave-rule.ts";
import { newBatch, noteBatch } from "./bulk.ts";
import { askSite, byOf, type Services } from "./services.ts";

/** Calls of the site's object that one request makes. */
const MOST_CALLS = 10;

/** The rules of a site that decide later ones of waves, the newest first; of a site that does not answer none. */
export const waveRules = async (services: Services, site: string): Promise<readonly WaveRuleView[]> =>
  (await askSite(services, site, (object, record) => object.waves(record)).catch(() => undefined)) ?? [];

/** Ends such a rule, and with `undo` takes back what it decided, as far as one request goes. Undefined: there is no such site. */
export function endWaveRule(
  services: Services,
  site: string,
  id: string,
  { by, undo }: { readonly by: string; readonly undo: boolean },
): Promise<{ readonly back: number } | undefined> {
  const batch = newBatch();
  return askSite(services, site, async (object, record) => {
    if (undo) await noteBatch(services, batch, [site]);
    let back = 0;
    let after: string | undefined;
    for (let calls = 0; calls < MOST_CALLS; calls++) {
      const way = undo ? { batch, after } : undefined;
      const ended = await object.endWave(id, byOf(services, by), way, record);
      back += ended.back;
      after = ended.next;
      if (after === undefined) break;
    }
    return { back };
  });
}
