import type { FC } from "hono/jsx";
import { freePlan, nextReset, plus, SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import type { Health } from "../../contract/views.ts";
import type { SiteHealth } from "../../service/sites.ts";
import { useMessages } from "../messages/messages.ts";
import { Time, useNumber, usePercent } from "../parts/words.tsx";

interface Props {
  readonly sites: readonly SiteHealth[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

const kinds = Object.keys(freePlan) as (keyof typeof freePlan)[];

/** How the sites are: one quiet line while all is well, what needs a person above it when it is not. */
export const HealthStrip: FC<Props> = ({ sites, now }) => {
  const known = sites.flatMap(({ site, health }) => (health ? [{ site, ...health }] : []));
  if (sites.length === 0) return null;
  return (
    <section class="health">
      <Troubles sites={sites} known={known} now={now} />
      <Quiet known={known} now={now} />
    </section>
  );
};

type Known = readonly (Health & { readonly site: string })[];

/** What all sites of the account took today: each knows the others from what they told last. */
const usedToday = (known: Known) => {
  const [first] = known;
  return first ? plus(first.today, first.others) : undefined;
};

const fullest = (known: Known): number => {
  const used = usedToday(known);
  return used ? Math.max(...kinds.map((kind) => used[kind] / freePlan[kind])) : 0;
};

const Quiet: FC<{ known: Known; now: number }> = ({ known, now }) => {
  const { health } = useMessages();
  const share = usePercent();
  const number = useNumber();
  const latest = (times: readonly (number | null)[]) => Math.max(0, ...times.map((time) => time ?? 0));
  const lastIn = latest(known.map((site) => site.lastIn));
  const lastOut = latest(known.map((site) => site.lastOut));
  const sum = (label: "spam" | "ham") =>
    Math.round(known.reduce((total, { learned }) => total + learned[label], 0));
  const used = usedToday(known);
  return (
    <details>
      <summary>
        {health.lastIn}: {lastIn === 0 ? health.never : <Time at={lastIn} />} ·{" "}
        {health.used(share(fullest(known)))}
      </summary>
      <p>
        {health.lastOut}: {lastOut === 0 ? health.never : <Time at={lastOut} />} ·{" "}
        {health.learned(sum("spam"), sum("ham"))}
      </p>
      {used ? (
        <section class="scroll" tabindex={0} aria-label={health.today}>
          <table>
            <caption>
              {health.today} ({health.others}); {health.resets} <Time at={nextReset(now)} />
            </caption>
            <tbody>
              {kinds.map((kind) => (
                <tr>
                  <th>{health.kinds[kind]}</th>
                  <td class="number">
                    {number(used[kind])} / {number(freePlan[kind])}
                  </td>
                  <td class="number">{share(used[kind] / freePlan[kind])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </details>
  );
};

const Troubles: FC<Props & { known: Known }> = ({ sites, known, now }) => {
  const { health } = useMessages();
  const share = usePercent();
  const nearlySpent = fullest(known) >= SHARE_FOR_BLATANT;
  const troubles = known.filter((site) => isTroubled(site, now));
  const silent = sites.filter((one) => one.health === undefined);
  if (!nearlySpent && troubles.length === 0 && silent.length === 0) return null;
  return (
    <ul class="plain notice" role="status">
      {silent.map(({ site }) => (
        <li>{health.unreachable(site)}</li>
      ))}
      {nearlySpent ? (
        <li>
          {health.used(share(fullest(known)))}; {health.resets} <Time at={nextReset(now)} />
        </li>
      ) : null}
      {troubles.map((site) => (
        <Trouble site={site} showName={sites.length > 1} now={now} />
      ))}
    </ul>
  );
};

const isTroubled = (
  { retrying, dead, failing, surge, queuePausedUntil, today }: Known[number],
  now: number,
): boolean => retrying + dead + failing.length + today.refused > 0 || surge || queuePausedUntil > now;

const Trouble: FC<{ site: Known[number]; showName: boolean; now: number }> = ({ site, showName, now }) => {
  const { health, signals } = useMessages();
  const { retrying, dead, failing, surge, queuePausedUntil, today } = site;
  return (
    <>
      {showName ? <li class="dim">{site.site}</li> : null}
      {surge ? <li>{health.surge}</li> : null}
      {retrying + dead > 0 ? (
        <li>
          <a href={`/sites/${site.site}/deliveries`}>
            {[
              ...(dead > 0 ? [health.dead(dead)] : []),
              ...(retrying > 0 ? [health.retrying(retrying)] : []),
            ].join(", ")}
          </a>
        </li>
      ) : null}
      {failing.map(({ signal, reason, count }) => (
        <li>
          {health.failed(signals[signal]?.label ?? signal.replaceAll("-", " "), count)}: <bdi>{reason}</bdi>
        </li>
      ))}
      {queuePausedUntil > now ? (
        <li>
          {health.paused} <Time at={queuePausedUntil} />
        </li>
      ) : null}
      {today.refused > 0 ? <li>{health.refused(today.refused)}</li> : null}
    </>
  );
};
