import type { AkismetCall, RefusedCall } from "../contract/akismet.ts";
import type { DecisionRequest } from "../contract/decision.ts";
import type { OutboundCall } from "../contract/outbound.ts";
import type { PersonErased, PersonExport } from "../contract/privacy.ts";
import type { AkismetKeyMade, Settings, SettingsPatch, Site, SiteWithSecrets } from "../contract/site.ts";
import type { CommentDetail, CommentView, Counts } from "../contract/views.ts";
import type { Decision } from "../core/judging/decision.ts";
import type { Decided } from "../site/decisions/outcome.ts";
import type { Deliveries } from "../site/delivery/deliveries.ts";
import type { Reply } from "../site/delivery/exchange.ts";
import type { Replayed } from "../site/delivery/replay.ts";
import type { NoticeState } from "../site/tables/meta.ts";
import type { Compared } from "../site/views/compared.ts";
import type { Moderation, PageRequest } from "./moderation-types.ts";
import type { Review } from "./review-types.ts";

/** A row of the queue; `preview`: the site object did not answer, this is KV's copy. */
export type QueueItem = CommentView & { readonly preview?: boolean };

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly next?: string | undefined;
  /** Sites that did not answer: what is shown of them may be old. */
  readonly unreachable: readonly string[];
}

/** A field of a form that was not accepted. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

export type Saved<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export interface AkismetCalls {
  readonly calls: readonly AkismetCall[];
  readonly refused: readonly RefusedCall[];
}

/** Everything the pages can ask for and do. `site` undefined = all of the moderator's sites. */
export interface Desk extends Moderation, Review {
  sites(): Promise<readonly Site[]>;
  counts(site: string | undefined): Promise<Counts>;
  /** What waits for a person: the approval queue, confirmed by the site objects. */
  waiting(site: string | undefined, page: Omit<PageRequest, "status">): Promise<QueuePage>;
  /** What is in any other place. */
  list(site: string | undefined, request: PageRequest): Promise<QueuePage>;
  comment(site: string, id: string): Promise<CommentDetail | undefined>;
  /** Never throws for a site that is down: "unavailable". */
  decide(
    site: string,
    id: string,
    request: DecisionRequest,
  ): Promise<Decided | { readonly ok: false; readonly reason: "unavailable" }>;
  createSite(request: {
    id: string;
    name: string;
    url?: string | undefined;
  }): Promise<Saved<SiteWithSecrets>>;
  saveSettings(site: string, patch: SettingsPatch): Promise<Saved<Settings>>;
  /** What is still to be told to the blog. */
  deliveries(site: string): Promise<Deliveries | undefined>;
  /** Tells the blog again where a comment is; the other: each that was given up. */
  replay(site: string, id: string, by: string): Promise<Replayed>;
  replayDead(
    site: string,
    by: string,
  ): Promise<{ readonly replayed: number; readonly left: number } | undefined>;
  /** Sends the webhook a test event, and answers what came back. */
  sendTest(site: string): Promise<Reply | undefined>;
  /** How the messages to people do, and every call that the site makes to elsewhere. */
  notices(
    site: string,
  ): Promise<{ readonly state: NoticeState; readonly outbound: readonly OutboundCall[] } | undefined>;
  /** Sends a message now, and answers what came back. */
  sendNotice(site: string): Promise<Reply | undefined>;
  /** The comment that a link out of a message is for; undefined: the link is not good any more, or never was. */
  linked(site: string, token: string): Promise<CommentDetail | undefined>;
  decideLinked(site: string, token: string, decision: Decision): Promise<Decided | undefined>;
  /** What a site's settings mean for its commenters. */
  publicSettings(
    site: string,
  ): Promise<{ readonly settings: Settings; readonly outbound: readonly OutboundCall[] } | undefined>;
  exportPerson(site: string, email: string): Promise<PersonExport | undefined>;
  erasePerson(site: string, email: string): Promise<PersonErased | undefined>;
  rotateKey(site: string): Promise<SiteWithSecrets | undefined>;
  /** A key for Akismet's routes alone. */
  createAkismetKey(site: string): Promise<AkismetKeyMade | undefined>;
  /** The last calls by Akismet's protocol, and those that were refused: this site's, and those that are nobody's. */
  akismetCalls(site: string): Promise<AkismetCalls | undefined>;
  compared(site: string): Promise<Compared | undefined>;
  revokeKey(site: string, n: number): Promise<boolean>;
  deleteSite(site: string): Promise<boolean>;
}

/** Sign-in and out. A session is an opaque cookie value; only its hash is stored. */
export interface Sessions {
  /** undefined: the token is wrong. */
  open(
    token: string,
    name: string,
  ): Promise<{ readonly cookie: string; readonly maxAge: number } | undefined>;
  find(cookie: string): Promise<{ readonly name: string; readonly csrf: string } | undefined>;
  close(cookie: string): Promise<void>;
  /** Signs everybody out, on every device; answers how many sessions there were. */
  closeAll(): Promise<number>;
}

export interface Page {
  readonly desk: Desk;
  readonly sessions: Sessions;
  /** Another sign-in attempt from this address is allowed now. */
  readonly mayTry: (address: string) => Promise<boolean>;
}
