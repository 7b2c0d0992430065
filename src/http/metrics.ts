import type { AppContext } from "../context.ts";
import { type Account, freePlan, noUse, type Use } from "../contract/plan.ts";
import { dayOf } from "../platform/clock.ts";
import { remembers } from "../platform/isolate.ts";
import { now } from "../service/services.ts";

/**
 * Sites tell the directory at most every five minutes, and it is asked no oftener: scraping costs next to
 * nothing.
 */
const CACHE = 5 * 60_000;

let cached: { readonly at: number; readonly text: string } | undefined;
remembers(() => {
  cached = undefined;
});

/** Answers with the figures of all sites, for Prometheus. */
export async function metrics(c: AppContext): Promise<Response> {
  const time = now();
  if (!cached || time - cached.at >= CACHE || time < cached.at)
    cached = { at: time, text: exposition(await c.var.services.directoryObject.accounts(), time) };
  return c.body(cached.text, 200, {
    "content-type": "text/plain; version=0.0.4; charset=utf-8",
    "cache-control": "no-store",
  });
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Figures as Prometheus reads them (text format 0.0.4). The Worker's own use has the site "". */
function exposition(accounts: readonly Account[], now: number): string {
  const today = (account: Account): Use => (dayOf(account.at) === dayOf(now) ? account.use : noUse);
  const uses = (Object.keys(noUse) as (keyof Use)[]).map((kind) =>
    family(
      `hamlet_${snake(kind)}_today`,
      `Taken of the UTC day: ${kind}`,
      accounts,
      (account) => today(account)[kind],
    ),
  );
  const names = [...new Set(accounts.flatMap(({ figures }) => Object.keys(figures)))].sort();
  const figures = names.map((name) =>
    family(
      `hamlet_${snake(name)}`,
      `As the site last told: ${name}`,
      accounts,
      (account) => account.figures[name],
    ),
  );
  const times = family(
    "hamlet_told_timestamp_seconds",
    "When the site last told",
    accounts,
    ({ at }) => at / 1000,
  );
  const plan = Object.entries(freePlan).map(
    ([kind, most]) => `hamlet_free_plan{kind="${snake(kind)}"} ${most}\n`,
  );
  const limits = `# HELP hamlet_free_plan The free plan's quotas for an account and a UTC day\n# TYPE hamlet_free_plan gauge\n${plan.join("")}`;
  return [...uses, ...figures, times, limits].join("");
}

function family(
  name: string,
  help: string,
  accounts: readonly Account[],
  value: (account: Account) => number | undefined,
): string {
  const lines = accounts.flatMap((account) => {
    const present = value(account);
    return present === undefined ? [] : [`${name}{site="${account.site}"} ${present}\n`];
  });
  return lines.length === 0 ? "" : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join("")}`;
}
