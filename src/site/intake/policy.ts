import { type Settings, thresholdsOf } from "../../contract/site.ts";
import type { Policy } from "../../core/judging/policy.ts";

/** The filter's policy from a site's settings; the site's own address counts among its hosts. */
export function policyOf(settings: Settings): Policy {
  const own = settings.url === null ? [] : [new URL(settings.url).host];
  return {
    thresholds: thresholdsOf(settings),
    hosts: [...new Set([...settings.hosts, ...own])],
    languages: settings.languages,
    holdFirstTimers: settings.holdFirstTimers,
    holdLinks: settings.holdLinks,
    blocked: settings.blocked,
    allowed: settings.allowed,
    own: settings.own,
  };
}
