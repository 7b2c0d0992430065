import type { Account } from "./plan.ts";
import type { SiteRecord } from "./site-record.ts";

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
