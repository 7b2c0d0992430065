import { type SystemName, toldWithText } from "./integration.ts";
import type { Settings } from "./site.ts";

/** A call that a site makes to somewhere else. */
export interface OutboundCall {
  /** Decisions to the blog's webhook; to WordPress, where a comment said so; to the system that the comments come from; messages to people; mails to those of the site's people who chose them, and to readers who confirmed that they want them; a call to the blog's host to build its pages again; Turnstile, which a reader's browser asks, too; the reading of pages elsewhere that say they link to the blog. */
  readonly what:
    | "events"
    | "wordpress"
    | "system"
    | "notices"
    | "mails"
    | "readers"
    | "deploy"
    | "turnstile"
    | "webmentions";
  /** Undefined: any host of the site's own; of mails, those of their readers; of webmentions, those that send them. */
  readonly host: string | undefined;
  /** Whether it tells texts and names of commenters, and not counts and ids alone. */
  readonly texts: boolean;
}

const toSystem = (system: SystemName, host: string): OutboundCall => ({
  what: "system",
  host,
  texts: toldWithText.includes(system),
});

interface Configured {
  readonly settings: Settings;
  readonly keys: readonly { readonly scope: string; readonly revokedAt: unknown }[];
}

/** Every call that a site makes as it is set up; none by default. `mails`: whether this Hamlet has a way to send them. */
export function outboundCalls(
  {
    settings: {
      webhook,
      notify,
      mode,
      integration,
      mailText,
      deploy,
      form,
      formProof,
      webmentions,
      mailReaders,
    },
    keys,
  }: Configured,
  mails: boolean,
): OutboundCall[] {
  const host = (url: string) => new URL(url).host;
  const sends = mode === "enforce";
  const akismet = keys.some(({ scope, revokedAt }) => scope === "akismet" && revokedAt === null);
  return [
    ...(sends && webhook !== null ? [{ what: "events" as const, host: host(webhook), texts: false }] : []),
    ...(sends && akismet ? [{ what: "wordpress" as const, host: undefined, texts: false }] : []),
    ...(sends && integration?.endpoint ? [toSystem(integration.system, host(integration.endpoint))] : []),
    ...(notify !== null ? [{ what: "notices" as const, host: host(notify.url), texts: notify.text }] : []),
    ...(deploy !== null ? [{ what: "deploy" as const, host: host(deploy.url), texts: false }] : []),
    ...(form && formProof?.kind === "turnstile"
      ? [{ what: "turnstile" as const, host: "challenges.cloudflare.com", texts: false }]
      : []),
    ...(form && webmentions ? [{ what: "webmentions" as const, host: undefined, texts: false }] : []),
    ...(form && mailReaders && mails ? [{ what: "readers" as const, host: undefined, texts: false }] : []),
    ...(mails ? [{ what: "mails" as const, host: undefined, texts: mailText }] : []),
  ];
}
