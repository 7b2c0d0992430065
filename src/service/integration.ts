import { HIDDEN, type Integration, type Receiver } from "../contract/integration.ts";
import type { Problem } from "../contract/problem.ts";
import type { Settings } from "../contract/site.ts";
import type { Seed, SiteRecord } from "../contract/site-record.ts";
import { targetFault } from "../platform/address.ts";
import { seal, unseal } from "../secrets/seal.ts";
import { receiverSecret } from "../secrets/site-secrets.ts";
import { systems } from "../systems/systems.ts";
import { type Services, siteRecord } from "./services.ts";

/** Generations of what Hamlet makes for a system to prove itself with that are good at the same time. */
const VALID_GENERATIONS = 2;
/** Characters of a secret before it is sealed. */
const LONGEST = 2048;

type Faults = NonNullable<Problem["errors"]>;

/**
 * An integration as it is stored, its secrets sealed. What was not shown and comes back as it was shown stays; but not for
 * another system or another place, which must not get what was meant for the first.
 */
export async function sealedIntegration(
  { secrets }: Services,
  seed: Seed,
  given: Integration,
  before: Integration | null,
): Promise<{ readonly integration: Integration } | { readonly errors: Faults }> {
  const kept = before?.system === given.system && before.endpoint === given.endpoint ? before : null;
  const errors = (["credential", "secret"] as const).flatMap((name) => {
    const value = given[name];
    const pointer = `#/integration/${name}`;
    if (value === HIDDEN && kept === null)
      return [{ pointer, detail: "enter it again: the system or its address is another" }];
    return (value?.length ?? 0) > LONGEST ? [{ pointer, detail: `at most ${LONGEST} characters` }] : [];
  });
  if (errors.length > 0) return { errors };
  const sealed = async (value: string | null, stored: string | null) =>
    value === null || value === HIDDEN ? value && stored : seal(secrets.HAMLET_SECRET, seed, value);
  const [credential, secret] = await Promise.all([
    sealed(given.credential, kept?.credential ?? null),
    sealed(given.secret, kept?.secret ?? null),
  ]);
  return { integration: { ...given, credential, secret } };
}

/** Why an integration cannot work, by field. */
export function integrationFaults({ secrets }: Services, settings: Settings): Faults {
  const { integration } = settings;
  if (integration === null) return [];
  const { endpoint, secret, system } = integration;
  const { inward, outward } = systems[system];
  const fault = endpoint === null ? undefined : targetFault(endpoint, settings, secrets.ALLOW_LOCAL_TARGETS);
  return [
    ...(fault === undefined ? [] : [{ pointer: "#/integration/endpoint", detail: fault }]),
    ...(endpoint !== null && !outward
      ? [{ pointer: "#/integration/endpoint", detail: "this system cannot be told of decisions" }]
      : []),
    ...(inward.makesSecret && secret === null
      ? [{ pointer: "#/integration/secret", detail: "the signing secret that the system shows" }]
      : []),
  ];
}

/** What proves that a request comes from a site's system; nothing: no request does. */
export async function receiverSecrets({ secrets }: Services, record: SiteRecord): Promise<readonly string[]> {
  const { integration } = record.settings;
  if (integration === null) return [];
  const { HAMLET_SECRET: master } = secrets;
  if (integration.secret !== null) {
    const own = await unseal(master, record, integration.secret);
    return own === undefined ? [] : [own];
  }
  if (systems[integration.system].inward.makesSecret) return [];
  const { generation } = record;
  const valid = Array.from({ length: Math.min(VALID_GENERATIONS, generation) }, (_, i) => generation - i);
  return Promise.all(valid.map((one) => receiverSecret(master, record, one)));
}

/** Where a site's system is to post, and with what; undefined: there is no such site, or it has none. */
export async function receiverOf(services: Services, site: string): Promise<Receiver | undefined> {
  const record = await siteRecord(services, site);
  const integration = record?.settings.integration;
  if (!record || !integration) return undefined;
  const { system, secret } = integration;
  const made = secret === null && !systems[system].inward.makesSecret;
  return {
    system,
    address: `${services.origin}/in/${system}/${site}`,
    secret: made ? await receiverSecret(services.secrets.HAMLET_SECRET, record, record.generation) : null,
  };
}
