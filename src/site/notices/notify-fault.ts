import type { Notify } from "../../contract/notify.ts";
import type { Settings } from "../../contract/site.ts";
import { targetFault } from "../../platform/address.ts";

type Service = Exclude<Notify["kind"], "plain">;

/** Stand-ins for the services on this machine, for trying out. */
const LOCAL = ["localhost", "127.0.0.1"];

/** Where the services take messages: hosts and the beginning of paths, as they give them out. */
const services: Readonly<Record<Service, { hosts: readonly string[]; path: RegExp }>> = {
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
  const { hosts } = services[kind];
  const isHere = allowLocal && target.protocol === "http:" && LOCAL.includes(target.hostname);
  if (isHere) return pathFault(kind, target);
  if (target.protocol !== "https:" || target.port !== "" || target.username !== "" || target.password !== "")
    return "must be https on port 443, without a user name";
  if (!hosts.includes(target.hostname)) return `must be on ${hosts[0]}`;
  return pathFault(kind, target);
}

function pathFault(kind: Service, { pathname, searchParams }: URL): string | undefined {
  if (!services[kind].path.test(pathname)) return `is not an address for messages of ${kind}`;
  if (kind === "telegram" && !searchParams.get("chat_id")) return "lacks ?chat_id=…";
  return undefined;
}
