import type { Deploy } from "./deploy.ts";
import { shownProof } from "./form-proof.ts";
import { withoutSecrets } from "./integration.ts";
import { cutUrl, type Notify } from "./notify.ts";
import type { Settings } from "./site.ts";

/** Settings as they are shown: what is secret in them is cut or left out. */
export function shown(settings: Settings): Settings {
  const { notify, integration, deploy, formProof } = settings;
  const { sealed: _, ...told } = notify ?? {};
  const { sealed: __, ...called } = deploy ?? {};
  return {
    ...settings,
    integration: withoutSecrets(integration),
    formProof: shownProof(formProof),
    deploy: deploy && (called as Deploy),
    notify: notify && { ...(told as Notify), url: cutUrl(notify.url) },
  };
}
