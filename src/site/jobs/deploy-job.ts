import type { DeployState } from "../../contract/deploy.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { publicFault } from "../../platform/address.ts";
import { exchange } from "../delivery/attempts.ts";
import type { Site } from "../site.ts";
import { deployDue } from "./alarm.ts";

interface Means {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly unseal: (record: SiteRecord, sealed: string) => Promise<string | undefined>;
  readonly allowLocal: boolean;
}

/** Calls in a row that failed, after which it is called again with the next change only. */
const MOST_TRIES = 3;

/** Has the blog's host build its pages again, when what readers see has changed: an empty POST, which says nothing of a comment. */
export async function callDeploy(site: Site, means: Means, now: () => number): Promise<void> {
  const due = deployDue(site);
  if (due === undefined || due > now()) return;
  const before = site.meta.deploy;
  const failure = await call(site, means, now);
  const { changed } = site.meta.deploy;
  site.meta.deploy = told(before, { failure, changed, at: now() });
}

/** A change that came meanwhile is told next time. */
function told(before: DeployState, now: Pick<DeployState, "failure" | "changed" | "at">): DeployState {
  const isNew = now.changed !== before.changed;
  if (now.failure === null) return { ...now, changed: isNew ? now.changed : 0, tries: 0 };
  const tries = before.tries + 1;
  const isGivenUp = tries >= MOST_TRIES && !isNew;
  return { ...now, changed: isGivenUp ? 0 : now.changed, tries: isGivenUp ? 0 : tries };
}

/** Answers why it was not taken; null: it was. The address is a secret, which no answer may tell. */
async function call(site: Site, means: Means, now: () => number): Promise<string | null> {
  const { record } = site;
  const sealed = record.settings.deploy?.sealed;
  const url = sealed === undefined ? undefined : await means.unseal(record, sealed);
  if (url === undefined) return "the address cannot be read any more: enter it again";
  const fault = publicFault(url, means.allowLocal);
  if (fault !== undefined) return fault;
  const request = new Request(url, {
    method: "POST",
    redirect: "manual",
    headers: { "user-agent": "Hamlet" },
  });
  const { status, answer } = await exchange(means.fetch, request, now, 0);
  if (status === undefined) return answer.replaceAll(url, "…");
  return status >= 200 && status < 300 ? null : `answered ${status}`;
}
