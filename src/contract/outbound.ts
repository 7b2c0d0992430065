import type { Settings } from "./site.ts";

/** A call that a site makes to somewhere else. */
export interface OutboundCall {
  /** Decisions to the blog's webhook; to WordPress, where a comment said so; messages to people. */
  readonly what: "events" | "wordpress" | "notices";
  /** Undefined: any host of the site's own. */
  readonly host: string | undefined;
  /** Whether it tells texts and names of commenters, and not counts and ids alone. */
  readonly texts: boolean;
}

interface Configured {
  readonly settings: Settings;
  readonly keys: readonly { readonly scope: string; readonly revokedAt: unknown }[];
}

/** Every call that a site makes as it is set up; none by default. */
export function outboundCalls({ settings: { webhook, notify, mode }, keys }: Configured): OutboundCall[] {
  const host = (url: string) => new URL(url).host;
  const sends = mode === "enforce";
  const akismet = keys.some(({ scope, revokedAt }) => scope === "akismet" && revokedAt === null);
  return [
    ...(sends && webhook !== null ? [{ what: "events" as const, host: host(webhook), texts: false }] : []),
    ...(sends && akismet ? [{ what: "wordpress" as const, host: undefined, texts: false }] : []),
    ...(notify !== null ? [{ what: "notices" as const, host: host(notify.url), texts: notify.text }] : []),
  ];
}
