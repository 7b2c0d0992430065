import type { FC, PropsWithChildren } from "hono/jsx";
import { freePlan, nextReset, plus, SHARE_FOR_BLATANT } from "../../contract/plan.ts";
import type { Health } from "../../contract/views.ts";
import type { SiteHealth } from "../../service/list.ts";
import { useMessages } from "../messages/messages.ts";
import { Icon } from "../parts/icon.tsx";
import { Ago, Time, useDay, useNumber, usePercent, useSignalText } from "../parts/words.tsx";
import { EndWave } from "../waves/wave-rules.tsx";

interface Props {
  readonly sites: readonly SiteHealth[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Known = Health & { readonly site: string };

const kinds = Object.keys(freePlan) as (keyof typeof freePlan)[];

const knownOf = (sites: readonly SiteHealth[]): Known[] =>
  sites.flatMap(({ site, health }) => (health ? [{ site, ...health }] : []));

/** What all sites of the account took today: each knows the others from what they told last. */
const usedToday = (known: readonly Known[]) => {
  const [first] = known;
  return first ? plus(first.today, first.others) : undefined;
};

const fullest = (known: readonly Known[]): number => {
  const used = usedToday(known);
  return used ? Math.max(...kinds.map((kind) => used[kind] / freePlan[kind])) : 0;
};

const isTroubled = (site: Known, now: number): boolean => {
  const { retrying, dead, failing, surge, queuePausedUntil, today } = site;
  return retrying + dead + failing.length + today.refused > 0 || surge || queuePausedUntil > now;
};

/** How the sites are, in one grey line at the foot of the list; unfolded with what the day took. */
export const HealthLine: FC<Props> = ({ sites, now }) => {
  const { health } = useMessages();
  const known = knownOf(sites);
  const number = useNumber();
  const share = usePercent();
  const latest = (times: readonly (number | null)[]) => Math.max(0, ...times.map((time) => time ?? 0));
  const [lastIn, lastOut] = [
    latest(known.map((site) => site.lastIn)),
    latest(known.map((site) => site.lastOut)),
  ];
  const sum = (label: "spam" | "ham") =>
    number(Math.round(known.reduce((total, { learned }) => total + learned[label], 0)));
  const used = usedToday(known);
  const isWell = known.length === sites.length && !known.some((site) => isTroubled(site, now));
  return (
    <details class="health-fold">
      <summary class="health">
        <span>
          {isWell ? health.well : health.notWell} · {health.lastIn}{" "}
          {lastIn === 0 ? health.never : <Ago at={lastIn} now={now} />}
        </span>
      </summary>
      <p>
        {health.lastOut}: {lastOut === 0 ? health.never : <Ago at={lastOut} now={now} />} ·{" "}
        {health.learned(sum("spam"), sum("ham"))}
      </p>
      {used ? (
        <table>
          <caption>
            {health.today}; {health.resets} <Time at={nextReset(now)} />
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
      ) : null}
    </details>
  );
};

const Note: FC<PropsWithChildren<{ kind: "loud" | "warm"; icon?: string }>> = ({
  kind,
  icon = "warn",
  children,
}) => (
  <div class={`note ${kind}`} role="status">
    <Icon name={icon} />
    {children}
  </div>
);

/** What needs a person: loud, and only while it is so. */
export const HealthNotes: FC<Props> = ({ sites, now }) => {
  const { health } = useMessages();
  const share = usePercent();
  const known = knownOf(sites);
  return (
    <>
      {sites
        .filter((one) => one.health === undefined)
        .map(({ site }) => (
          <Note kind="loud">
            <p>{health.unreachable(site)}</p>
          </Note>
        ))}
      {fullest(known) >= SHARE_FOR_BLATANT ? (
        <Note kind="warm" icon="clock">
          <p>
            {health.used(share(fullest(known)))}; {health.resets} <Time at={nextReset(now)} />
          </p>
        </Note>
      ) : null}
      {known
        .filter((site) => isTroubled(site, now))
        .map((site) => (
          <Trouble site={site} name={sites.length > 1 ? site.site : undefined} now={now} />
        ))}
    </>
  );
};

const Trouble: FC<{ site: Known; name: string | undefined; now: number }> = ({ site, name, now }) => {
  const { health } = useMessages();
  const signalText = useSignalText();
  const { retrying, dead, failing, surge, queuePausedUntil, today } = site;
  const before = name === undefined ? null : <b>{name}: </b>;
  return (
    <>
      {surge ? (
        <Note kind="warm">
          <p>
            {before}
            {health.surge}
          </p>
        </Note>
      ) : null}
      {retrying + dead > 0 ? (
        <Note kind={dead > 0 ? "loud" : "warm"}>
          <p>
            {before}
            {[
              ...(dead > 0 ? [health.dead(dead)] : []),
              ...(retrying > 0 ? [health.retrying(retrying)] : []),
            ].join(" ")}
          </p>
          <span class="act">
            <a href={`/sites/${site.site}/deliveries`}>{health.whatToCheck}</a>
          </span>
        </Note>
      ) : null}
      {failing.map(({ signal, reason, count }) => (
        <Note kind="warm">
          <p>
            {before}
            {health.failed(signalText(signal).label, count)}: <bdi>{reason}</bdi>
          </p>
        </Note>
      ))}
      {queuePausedUntil > now ? (
        <Note kind="warm" icon="clock">
          <p>
            {before}
            {health.paused} <Time at={queuePausedUntil} />
          </p>
        </Note>
      ) : null}
      {today.refused > 0 ? (
        <Note kind="loud">
          <p>
            {before}
            {health.refused(today.refused)}
          </p>
        </Note>
      ) : null}
    </>
  );
};

/** What rules for later ones of waves decided meanwhile: of one with the way to end it, of several with the way to them. */
export const WavesCame: FC<Pick<Props, "sites"> & { back: string }> = ({ sites, back }) => {
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
