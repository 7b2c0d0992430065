import { withUrl } from "../contract/notify.ts";
import { contradictions } from "../contract/policy.ts";
import type { Problem } from "../contract/problem.ts";
import { type Settings, type SettingsPatch, targetFault } from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import { notifyFault } from "../site/notices/notify-fault.ts";
import { integrationFaults, sealedIntegration } from "./integration.ts";
import type { Services } from "./services.ts";

/** What was not accepted, by field. */
export interface Faults {
  readonly errors: NonNullable<Problem["errors"]>;
}

/**
 * The settings with what a patch names changed. Links in messages lead to this Hamlet, and a blog whose form is switched on
 * has its published comments here alone and keeps them, unless the patch says otherwise.
 */
export async function patched(
  services: Services,
  seed: Seed,
  settings: Settings,
  patch: SettingsPatch,
): Promise<{ readonly settings: Settings } | Faults> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  const changed: Settings = { ...settings, ...Object.fromEntries(given) };
  const opens = changed.form && !settings.form && patch.retention === undefined;
  const retention = opens ? { ...changed.retention, published: null } : changed.retention;
  const link = services.origin;
  const notify = patch.notify ? withUrl({ link, ...patch.notify }, settings.notify) : changed.notify;
  const sealed = patch.integration
    ? await sealedIntegration(services, seed, patch.integration, settings.integration)
    : { integration: changed.integration };
  if ("errors" in sealed) return sealed;
  const all = { ...changed, notify, retention, integration: sealed.integration };
  const errors = faultsOf(services, all);
  return errors.length > 0 ? { errors } : { settings: all };
}

function faultsOf(services: Services, settings: Settings): Faults["errors"] {
  const { ALLOW_LOCAL_TARGETS: local } = services.secrets;
  const { webhook, notify } = settings;
  const toWebhook = webhook === null ? undefined : targetFault(webhook, settings, local);
  const toPeople = notify === null ? undefined : notifyFault(notify, settings, local);
  return [
    ...contradictions(settings),
    ...integrationFaults(services, settings),
    ...(toWebhook ? [{ pointer: "#/webhook", detail: toWebhook }] : []),
    ...(toPeople ? [{ pointer: "#/notify/url", detail: toPeople }] : []),
  ];
}
