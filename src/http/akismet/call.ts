import type { KeyGrant, SiteRecord } from "../../contract/site-record.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import type { Services } from "../../service/services.ts";

/** A call whose key opened a site. */
export interface Call {
  readonly services: Services;
  readonly record: SiteRecord;
  readonly grant: KeyGrant;
  readonly parameters: Parameters;
  /** User-Agent of the client, cut. */
  readonly client: string;
}

export type Handler = (call: Call) => Promise<Response> | Response;

declare module "hono" {
  interface ContextVariableMap {
    /** Set by the guard of Akismet's routes. */
    akismet: Call;
  }
}
