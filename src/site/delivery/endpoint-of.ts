import type { AkismetOrigin } from "../../contract/intake.ts";
import type { Endpoint } from "../../contract/outgoing.ts";
import type { Settings } from "../../contract/site.ts";

/**
 * Which way a comment's events go; undefined: nobody wants them sent. A comment with which WordPress said where it wants to hear of
 * it is told there, any other by the site's webhook.
 */
export function endpointOf({ webhook, mode }: Settings, akismet: AkismetOrigin | null): Endpoint | undefined {
  if (mode !== "enforce") return undefined;
  if (akismet?.callback !== undefined) return "wordpress";
  return webhook === null ? undefined : "webhook";
}
