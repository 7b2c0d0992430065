import type { Actor } from "../../contract/actor.ts";
import type { Glance, GlanceRequest } from "../../contract/overview.ts";
import { nextReset } from "../../contract/plan.ts";
import type { Health } from "../../contract/views.ts";
import { COUNT_UNIT, HAM_TOTAL, SPAM_TOTAL } from "../../core/classifier/site-state.ts";
import type { Site } from "../site.ts";
import { lookedThrough } from "./looked.ts";
import { lastDecisions } from "./views.ts";

/** How a site is: what came and went last, what waits, what fails, and what the day has cost so far. */
export function healthOf(site: Site, now: number): Health {
  const { table } = site.learned.state;
  return {
    lastIn: latest(site.use.lastIn, site.comments.newest()),
    lastOut: site.use.lastOut,
    ...site.outbox.deliveries(),
    learned: {
      spam: (table[SPAM_TOTAL] as number) / COUNT_UNIT,
      ham: (table[HAM_TOTAL] as number) / COUNT_UNIT,
    },
    failing: site.failures.all(),
    refused: site.refusals.all,
    waves: site.waves
      .standing(now)
      .map(({ id, decision, until }) => ({ id, decision, until, caught: site.waves.count(id) }))
      .filter(({ caught }) => caught > 0),
    surge: site.surging(now),
    queuePausedUntil: site.meta.times.queuePausedUntil,
    today: { ...site.use.today(now), resetsAt: nextReset(now) },
    others: site.use.others,
  };
}

/** What a page about some sites tells of this one beside its comments, by one call. */
export function glanceAt(
  site: Site,
  { by, since, isShown, looked }: GlanceRequest & { readonly by: Actor },
  now: number,
): Glance {
  return {
    last: lastDecisions(site, by, since),
    ...(isShown && { shown: { counts: site.counts, health: healthOf(site, now) } }),
    ...(looked && { looked: lookedThrough(site) }),
  };
}

/** An object that wakes remembers the last comment as it was noted, every five minutes: its row may be newer. */
const latest = (noted: number | null, stored: number | null): number | null =>
  noted === null || stored === null ? (noted ?? stored) : Math.max(noted, stored);

/** The same in numbers, for the metrics; times in seconds since 1970. No personal data. */
export function figuresOf(site: Site, now: number): Readonly<Record<string, number>> {
  const { lastIn, lastOut, waiting, retrying, dead, learned, failing, refused, surge, queuePausedUntil } =
    healthOf(site, now);
  return {
    commentsPending: site.pending.count(),
    oldestPendingSeconds: (site.pending.first(-1) ?? 0) / 1000,
    lastEventSeconds: site.events.newest / 1000,
    deliveriesWaiting: waiting,
    deliveriesRetrying: retrying,
    deliveriesDead: dead,
    learnedSpam: learned.spam,
    learnedHam: learned.ham,
    checksFailing: failing.length,
    submissionsRefused: refused.reduce((sum, { count }) => sum + count, 0),
    surge: surge ? 1 : 0,
    queuePausedUntilSeconds: queuePausedUntil / 1000,
    ...(lastIn !== null && { lastInSeconds: lastIn / 1000 }),
    ...(lastOut !== null && { lastOutSeconds: lastOut / 1000 }),
  };
}
