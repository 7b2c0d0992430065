import type { FC } from "hono/jsx";
import type { SiteHealth } from "../../service/sites.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { useDay } from "../parts/words.tsx";
import { EndWave } from "./wave-rules.tsx";

/** What rules for later ones of waves decided meanwhile: of one with the way to end it, of several with the way to them. */
export const WavesCame: FC<{ sites: readonly SiteHealth[]; back: string }> = ({ sites, back }) => {
  const { waves } = useMessages();
  const day = useDay();
  const rules = sites.flatMap(({ site, health }) => (health?.waves ?? []).map((rule) => ({ site, ...rule })));
  const [first] = rules;
  if (!first) return null;
  const caught = rules.reduce((sum, rule) => sum + rule.caught, 0);
  return (
    <div class="note told" role="status">
      <Icon name="stack" />
      <p>
        {rules.length === 1
          ? waves.came(caught, day(first.until))
          : waves.cameOfSeveral(caught, rules.length)}
      </p>
      <span class="act">
        {rules.length === 1 ? (
          <EndWave site={first.site} id={first.id} back={back} text={waves.stop} />
        ) : (
          <a class="btn" href="/history">
            {waves.seeThem}
          </a>
        )}
      </span>
    </div>
  );
};
