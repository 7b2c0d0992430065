import { type Policy, settings } from "../core/judging/policy.ts";

/** The policy of a site whose owner has set nothing. */
export const noRules: Policy = {
  thresholds: settings.balanced,
  hosts: [],
  languages: [],
  holdFirstTimers: false,
  holdLinks: false,
  blocked: [],
  allowed: [],
};
