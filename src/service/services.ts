import type { Context } from "hono";
import type { KeyGrant, SiteRecord } from "../contract/site-record.ts";
import { Directory } from "../directory/directory.ts";
import type { Bindings, Secrets } from "../env.ts";
import { type Remote, remote } from "../platform/stub.ts";
import type { SiteObject } from "../site/site-object.ts";
import { countedKv } from "./counted-kv.ts";
import { Tally } from "./tally.ts";

/** What every handler can reach. */
export interface Services {
  readonly env: Bindings;
  readonly secrets: Secrets;
  /** Where this Hamlet is, as the caller addressed it; empty in a cron run. */
  readonly origin: string;
  readonly directory: Directory;
  readonly siteObject: (id: string) => Remote<SiteObject>;
  /** Work that the answer does not wait for. */
  readonly later: (work: Promise<unknown>) => void;
  /** Tells the directory what was counted of KV; at the end. */
  readonly tellCost: () => Promise<void>;
}

/** Hono's types for the whole app. */
export interface App {
  Bindings: Bindings;
  Variables: {
    services: Services;
    /** Set by the caller middleware: the site that the route is about. */
    record: SiteRecord;
    /** The key that the caller used; undefined: a signature, or the owner. */
    grant: KeyGrant | undefined;
  };
}

/** The services of one request, or of one cron run. */
export function services(
  env: Bindings,
  secrets: Secrets,
  context: Pick<ExecutionContext, "waitUntil">,
  origin = "",
): Services {
  const tally = new Tally(env.DIRECTORY);
  const QUEUE = countedKv(env.QUEUE, (kind) => tally.count(kind));
  const tellCost = () => tally.tell(now());
  const later = (work: Promise<unknown>) => context.waitUntil(work.finally(tellCost));
  return {
    env: { ...env, QUEUE },
    tellCost,
    secrets,
    origin,
    later,
    directory: new Directory(QUEUE, env.DIRECTORY, later),
    siteObject: (id) => remote(env.SITE, id),
  };
}

export const now = (): number => Date.now();

export type AppContext = Context<App>;
