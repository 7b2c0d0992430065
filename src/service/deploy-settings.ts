import type { Deploy, StoredDeploy } from "../contract/deploy.ts";
import { cutUrl } from "../contract/notify.ts";
import type { Problem } from "../contract/problem.ts";
import type { Seed } from "../contract/site-record.ts";
import { publicFault } from "../platform/address.ts";
import { seal } from "../secrets/seal.ts";
import type { Services } from "./services.ts";

type Faults = NonNullable<Problem["errors"]>;

/** What is to be called, as it is kept: its address sealed. A cut address sent back stands for the one that was cut. */
export async function sealedDeploy(
  { secrets }: Services,
  seed: Seed,
  given: Deploy,
  before: StoredDeploy | null,
): Promise<{ readonly deploy: StoredDeploy } | { readonly errors: Faults }> {
  if (before && given.url === before.url) return { deploy: { ...before, minutes: given.minutes } };
  const fault = publicFault(given.url, secrets.ALLOW_LOCAL_TARGETS);
  if (fault !== undefined) return { errors: [{ pointer: "#/deploy/url", detail: fault }] };
  const sealed = await seal(secrets.HAMLET_SECRET, seed, given.url);
  return { deploy: { minutes: given.minutes, url: cutUrl(given.url), sealed } };
}
