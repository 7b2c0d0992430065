import { withoutSecrets } from "./integration.ts";
import { cutUrl } from "./notify.ts";
import type { Settings } from "./site.ts";

/** Settings as they are shown: what is secret in them is cut or left out. */
export function shown(settings: Settings): Settings {
  const { notify, integration } = settings;
  return {
    ...settings,
    integration: withoutSecrets(integration),
    notify: notify && { ...notify, url: cutUrl(notify.url) },
  };
}
