import { days } from "../../service/insight.ts";
import { now } from "../../service/services.ts";
import { answer, json } from "./answers.ts";
import type { Call } from "./call.ts";
import { isTrue } from "./fields.ts";
import { heldAs } from "./intake.ts";
import { accuracy, breakdown, DAY, dateOf, daysOfMonth, monthOf, statistics } from "./statistics.ts";

const today = () => Math.floor(now() / DAY);

const counted = ({ services, record }: Call, from: number, to: number) => days(services, record, from, to);

/** Comments of this month. There is no limit but Cloudflare's. */
export async function usageLimit(call: Call): Promise<Response> {
  const { days: came } = await counted(call, ...daysOfMonth(monthOf(today())));
  const usage = came.reduce((sum, { publish, review, reject }) => sum + publish + review + reject, 0);
  const extended = isTrue(call.parameters.one("extended")) ? { notice_level: "none", upgrade: false } : {};
  return json({ limit: "none", usage, percentage: "0.00", throttled: false, ...extended });
}

const COLUMNS = ["Site", "Total API Calls", "Spam", "Ham", "Missed Spam", "False Positives", "Is Revoked"];

/** What a month brought. A key is one site's, so there is one row; its counts are strings. */
export async function keySites(call: Call): Promise<Response> {
  const { parameters, record } = call;
  const asked = parameters.one("month") ?? "";
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.test(asked) ? asked : monthOf(today());
  const period = await counted(call, ...daysOfMonth(month));
  const { spam, ham, missed_spam, false_positives } = statistics(period, heldAs(record, call.client));
  const site = hostOf(record.settings.url) ?? record.settings.hosts[0] ?? record.id;
  const numbers = [spam + ham, spam, ham, missed_spam, false_positives].map(String);
  const limit = wholeNumber(parameters.one("limit"), 500);
  const offset = wholeNumber(parameters.one("offset"), 0);
  const filter = parameters.one("filter")?.toLowerCase() ?? "";
  const shown = offset === 0 && limit > 0 && site.includes(filter);
  const total = site.includes(filter) ? 1 : 0;
  if (parameters.one("format") === "csv") {
    const title = `Active sites for the key during ${month} (limit:${limit}, offset: ${offset}, total: ${total})`;
    const row = [site, ...numbers, "false"].join(",");
    return answer([title, COLUMNS.join(","), ...(shown ? [row] : [])].join("\n"));
  }
  const [api_calls] = numbers;
  const row = {
    site,
    api_calls,
    spam: String(spam),
    ham: String(ham),
    missed_spam: String(missed_spam),
    false_positives: String(false_positives),
    is_revoked: false,
  };
  return json({ [month]: shown ? [row] : [], limit, offset, total });
}

const hostOf = (url: string | null) => (url !== null && URL.canParse(url) ? new URL(url).host : undefined);

const wholeNumber = (text: string | undefined, otherwise: number) =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;

const periods: Readonly<Record<string, { days: number; name: (day: number) => string }>> = {
  "60-days": { days: 60, name: dateOf },
  "6-months": { days: 183, name: monthOf },
};

/** Totals and a breakdown. `time_saved` is 0: nobody has measured it. */
export async function getStats(call: Call): Promise<Response> {
  const period = periods[call.parameters.one("from") ?? ""];
  const from = period ? today() - period.days + 1 : 0;
  const all = await counted(call, from, today());
  const held = heldAs(call.record, call.client);
  const totals = statistics(all, held);
  return json({
    ...totals,
    accuracy: accuracy(totals),
    time_saved: 0,
    breakdown: breakdown(all, held, period?.name ?? monthOf),
  });
}

/**
 * Without an active subscription WordPress' plugin shows no settings. One client wants the number to be one.
 */
export const getSubscription = ({ record }: Call): Response =>
  json({
    account_id: 1,
    status: "active",
    account_name: record.settings.name,
    account_type: "hamlet",
    next_billing_date: false,
    limit_reached: false,
  });
