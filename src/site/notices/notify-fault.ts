import type { Notify } from "../../contract/notify.ts";
import { type Settings, targetFault } from "../../contract/site.ts";

/** Where the services take messages: hosts and the beginning of paths, as they give them out. */
const services: Readonly<
  Record<Exclude<Notify["kind"], "plain">, { hosts: readonly string[]; path: RegExp }>
> = {
  slack: { hosts: ["hooks.slack.com", "hooks.slack-gov.com"], path: /^\/(services|workflows|triggers)\// },
  discord: { hosts: ["discord.com", "discordapp.com"], path: /^\/api\/webhooks\/\d+\/[\w-]+$/ },
  telegram: { hosts: ["api.telegram.org"], path: /^\/bot\d+:[\w-]+\/sendMessage$/ },
};

/** Why messages must not be sent to an address; undefined: they may. */
export function notifyFault(
  { kind, url }: Notify,
  settings: Settings,
  allowLocal: boolean,
): string | undefined {
  if (kind === "plain") return targetFault(url, settings, allowLocal);
  const target = new URL(url);
  const { hosts, path } = services[kind];
  if (target.protocol !== "https:" || target.port !== "" || target.username !== "" || target.password !== "")
    return "must be https on port 443, without a user name";
  if (!hosts.includes(target.hostname)) return `must be on ${hosts[0]}`;
  if (!path.test(target.pathname)) return `is not an address for messages of ${kind}`;
  if (kind === "telegram" && !target.searchParams.get("chat_id")) return "lacks ?chat_id=…";
  return undefined;
}
