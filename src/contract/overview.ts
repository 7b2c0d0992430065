import type { By } from "./actor.ts";
import type { LastDecision } from "./decided.ts";
import type { Account } from "./plan.ts";
import type { LookedThrough } from "./search.ts";
import type { SiteRecord } from "./site-record.ts";
import type { Counts, Health } from "./views.ts";

/** Sites that a page about all of them asks at most: several things each, of the 50 calls that one request should take. */
export const MOST_ASKED = 10;

/** A comment that waits, as far as it tells which site to ask. */
export interface Waits {
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly arrived: number;
}

/** All sites that somebody reaches, as the directory can tell of them: what each told last may be minutes old. */
export interface Overview {
  /** Those that a page is to ask: all of a few, else those in which something has waited longest, then those that told last. */
  readonly asked: readonly SiteRecord[];
  /** Every one, by id. */
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** Comments that wait in those that are not asked. */
  readonly pendingElsewhere: number;
  /** Of those that are not asked, some that told of something wrong. */
  readonly troubled: readonly Account[];
}

/** What a page about some sites asks each for, beside its comments. */
export interface GlanceRequest {
  /** Whose last decisions, and since when, milliseconds since 1970. */
  readonly by: By;
  readonly since: number;
  /** The page shows the site: how it is, too. */
  readonly isShown: boolean;
  /** How much people have seen of what the filter stopped: all of that is read. */
  readonly looked: boolean;
}

export interface Glance {
  readonly last: readonly LastDecision[];
  readonly shown?: { readonly counts: Counts; readonly health: Health };
  readonly looked?: LookedThrough;
}
