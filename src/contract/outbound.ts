import type { Settings } from "./site.ts";

/** A call that a site makes to somewhere else. */
export interface OutboundCall {
  readonly what: "events" | "notices";
  readonly host: string;
  /** What it tells: counts and ids alone, or texts and names of commenters too. */
  readonly texts: boolean;
}

/** Every call that a site's settings have it make; none by default. */
export function outboundCalls({ webhook, notify, mode }: Settings): OutboundCall[] {
  const host = (url: string) => new URL(url).host;
  return [
    ...(webhook !== null && mode === "enforce"
      ? [{ what: "events" as const, host: host(webhook), texts: false }]
      : []),
    ...(notify !== null ? [{ what: "notices" as const, host: host(notify.url), texts: notify.text }] : []),
  ];
}
