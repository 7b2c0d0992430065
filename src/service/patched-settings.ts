import { contradictions } from "../contract/policy.ts";
import type { Problem } from "../contract/problem.ts";
import type { Settings, SettingsPatch } from "../contract/site.ts";
import type { Seed } from "../contract/site-record.ts";
import { targetFault } from "../platform/address.ts";
import { sealedDeploy } from "./deploy-settings.ts";
import { sealedFormProof } from "./form-proof-settings.ts";
import { integrationFaults, sealedIntegration } from "./integration.ts";
import { notifyFaults, sealedNotify } from "./notify-settings.ts";
import { canMail } from "./people/mails.ts";
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
  const told = patch.notify
    ? await sealedNotify(services, seed, patch.notify, settings.notify)
    : { notify: settings.notify };
  if ("errors" in told) return told;
  const sealed = patch.integration
    ? await sealedIntegration(services, seed, patch.integration, settings.integration)
    : { integration: changed.integration };
  if ("errors" in sealed) return sealed;
  const called = patch.deploy
    ? await sealedDeploy(services, seed, patch.deploy, settings.deploy)
    : { deploy: changed.deploy };
  if ("errors" in called) return called;
  const asked = patch.formProof
    ? await sealedFormProof(services, seed, patch.formProof, settings.formProof)
    : { formProof: changed.formProof };
  if ("errors" in asked) return asked;
  const notify = patch.notify === null ? null : told.notify;
  const all = { ...changed, ...called, ...asked, notify, retention, integration: sealed.integration };
  const errors = [...cannotMail(services, patch), ...(await faultsOf(services, seed, all))];
  return errors.length > 0 ? { errors } : { settings: all };
}

/** Switched on where no mail can go, readers would be promised what does not come. */
const cannotMail = (services: Services, { mailReaders }: SettingsPatch): Faults["errors"] =>
  mailReaders && !canMail(services)
    ? [{ pointer: "#/mailReaders", detail: "this Hamlet has no way to send mail" }]
    : [];

async function faultsOf(services: Services, seed: Seed, settings: Settings): Promise<Faults["errors"]> {
  const { webhook } = settings;
  const { ALLOW_LOCAL_TARGETS: local } = services.secrets;
  const toWebhook = webhook === null ? undefined : targetFault(webhook, settings, local);
  return [
    ...contradictions(settings),
    ...integrationFaults(services, settings),
    ...(toWebhook ? [{ pointer: "#/webhook", detail: toWebhook }] : []),
    ...(await notifyFaults(services, seed, settings)),
  ];
}
