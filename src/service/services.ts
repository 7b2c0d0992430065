import { Directory } from "../directory/directory.ts";
import type { DirectoryObject } from "../directory/directory-object.ts";
import type { Secrets } from "../env.ts";
import { directoryObject, type Remote, remote } from "../platform/stub.ts";
import type { SiteObject } from "../site/site-object.ts";
import { countedKv } from "./counted-kv.ts";
import { Tally } from "./tally.ts";

/** What every function of this folder can reach, and takes first. */
export interface Services {
  readonly env: Env;
  readonly secrets: Secrets;
  /** Where this Hamlet is, as the caller addressed it; empty in a cron run. */
  readonly origin: string;
  /** Sites and keys, as KV's copy has them or, on a miss, the directory object. */
  readonly directory: Directory;
  readonly directoryObject: Remote<DirectoryObject>;
  readonly siteObject: (id: string) => Remote<SiteObject>;
  /** Work that the answer does not wait for. */
  readonly later: (work: Promise<unknown>) => void;
  /** Tells the directory what was counted of KV; at the end. */
  readonly tellCost: () => Promise<void>;
}

/** The services of one request, or of one cron run. */
export function services(
  env: Env,
  secrets: Secrets,
  context: Pick<ExecutionContext, "waitUntil">,
  origin = "",
): Services {
  // Most refusals need no object: to address one takes longer than the rest of this.
  let object: Remote<DirectoryObject> | undefined;
  const directory = () => (object ??= directoryObject(env.DIRECTORY));
  const tally = new Tally(directory);
  const QUEUE = countedKv(env.QUEUE, (kind) => tally.count(kind));
  const tellCost = () => tally.tell(now());
  const later = (work: Promise<unknown>) => context.waitUntil(work.finally(tellCost));
  return {
    env: { ...env, QUEUE },
    tellCost,
    secrets,
    origin,
    later,
    directory: new Directory(QUEUE, directory, later),
    get directoryObject() {
      return directory();
    },
    siteObject: (id) => remote(env.SITE, id),
  };
}

export const now = (): number => Date.now();
