import { form, type Quirk } from "./quirk.ts";
import type { Target } from "./target.ts";

const account = ({ key, blog }: Target, more: Readonly<Record<string, string>> = {}) =>
  form({ api_key: key, blog, ...more });
const counts = String.raw`"\d+"`;

/** Everything but comments. */
export const accountQuirks: readonly Quirk[] = [
  {
    what: "is the service there at all",
    client: "WordPress",
    send: () => ({ method: "GET", path: "/1.1/test" }),
    body: "connected",
  },
  {
    what: "a key is taken out of use",
    client: "WordPress, the SDK 1.4",
    send: ({ key, blog }) => ({ path: "/1.1/deactivate", body: form({ key, blog }) }),
    body: "deactivated",
  },
  {
    what: "plugins that go together: none is an answer",
    client: "WordPress 5.4",
    send: () => ({ method: "GET", path: "/1.2/compatible-plugins" }),
    body: "[]",
  },
  ...(["GET", "POST"] as const).map(
    (method): Quirk => ({
      what: `usage-limit by ${method}; percentage is a string`,
      client: "akismet.py, omines/akismet, the SDK",
      send: (target) =>
        method === "GET"
          ? { method, path: `/1.2/usage-limit?${account(target)}` }
          : { method, path: "/1.2/usage-limit", body: account(target) },
      body: /^\{"limit":"none","usage":\d+,"percentage":"\d+\.\d\d","throttled":false\}$/,
    }),
  ),
  {
    what: "usage-limit, extended",
    client: "the SDK",
    send: (target) => ({ path: "/1.2/usage-limit", body: account(target, { extended: "true" }) }),
    body: /"notice_level":"none","upgrade":false\}$/,
  },
  {
    what: "key-sites is a list a month, with its counts as strings",
    client: "the SDK 1.5.0",
    send: (target) => ({ path: "/1.2/key-sites", body: account(target, { month: "2026-10" }) }),
    body: new RegExp(
      `^\\{"2026-10":\\[\\{"site":"[^"]+","api_calls":${counts},"spam":${counts},"ham":${counts},"missed_spam":${counts},"false_positives":${counts},"is_revoked":false\\}\\],"limit":500,"offset":0,"total":1\\}$`,
    ),
  },
  {
    what: "key-sites as CSV: a title, the columns, the rows",
    client: "the SDK",
    send: (target) => ({ method: "GET", path: `/1.2/key-sites?${account(target, { format: "csv" })}` }),
    body: /^[^\n]+\nSite,Total API Calls,Spam,Ham,Missed Spam,False Positives,Is Revoked\n[^\n]+,\d+,\d+,\d+,\d+,\d+,false$/,
  },
  ...["60-days", "6-months", "all"].map(
    (from): Quirk => ({
      what: `get-stats from ${from}`,
      client: "WordPress' settings page, widget and WP-CLI",
      send: ({ key, blog }) => ({ path: "/1.1/get-stats", body: form({ key, blog, from }) }),
      body: /^\{"spam":\d+,"ham":\d+,"missed_spam":\d+,"false_positives":\d+,"accuracy":[\d.]+,"time_saved":\d+,"breakdown":\{.*\}\}$/,
    }),
  ),
  {
    what: "get-key-stats is the same",
    client: "the SDK 1.1",
    send: ({ key, blog }) => ({ path: "/1.1/get-key-stats", body: form({ api_key: key, blog }) }),
    body: /^\{"spam":/,
  },
  {
    what: "get-subscription is active and its account a number",
    client: "WordPress' settings page, the SDK",
    send: ({ key, blog }) => ({ path: "/1.1/get-subscription", body: form({ key, blog }) }),
    body: /^\{"account_id":\d+,"status":"active","account_name":".*","account_type":".*","next_billing_date":false,"limit_reached":false\}$/,
  },
  {
    what: "get-subscription with a wrong key is invalid",
    client: "WordPress' settings page",
    send: ({ blog }) => ({ path: "/1.1/get-subscription", body: form({ key: "wrongwrong12", blog }) }),
    body: "invalid",
  },
  {
    what: "token and verify-wpcom-key answer the truth: there is nothing behind them",
    client: "WordPress with Jetpack, the SDK",
    send: (target) => ({ path: "/1.1/verify-wpcom-key", body: account(target, { user_id: "7" }) }),
    body: '{"verified":false,"user_id":"7"}',
  },
  {
    what: "a token is an opaque word",
    client: "the SDK",
    send: (target) => ({ path: "/1.1/token", body: account(target) }),
    body: "none",
  },
];
