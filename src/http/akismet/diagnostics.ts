import type { KeyFault } from "../../contract/akismet.ts";
import { directoryObject } from "../../directory/directory.ts";
import { now, type Services } from "../../service/services.ts";
import type { Call } from "./call.ts";
import type { SentKey } from "./key.ts";
import type { Parameters } from "./parameters.ts";

/** Refused calls are told to the directory at most so often by one isolate, milliseconds: they come as a flood or not at all. */
const EVERY = 2_000;
let lastTold = 0;

/** A call that is no comment's, for the owner to see. */
export function noteCall({ services, record, grant, client }: Call, call: string, answer: string): void {
  const noted = { at: now(), call, client, key: grant.n, answer };
  services.later(
    services
      .siteObject(record.id)
      .noteCall(noted, record)
      .catch(() => undefined),
  );
}

interface RefusedRequest {
  readonly call: string;
  readonly client: string;
  readonly parameters: Parameters;
  readonly sent: SentKey | undefined;
  readonly fault: KeyFault;
  readonly hash: string | undefined;
}

/** A key that opens nothing must be seen by the owner: most clients hide it, and her blog goes unguarded. */
export function noteRefused(services: Services, refused: RefusedRequest): void {
  const at = now();
  if (at - lastTold < EVERY) return;
  lastTold = at;
  const { call, client, parameters, sent, fault, hash } = refused;
  const noted = { at, call, client, fault, key: masked(sent?.key), blog: hostOf(parameters.one("blog")) };
  services.later(
    directoryObject(services.env.DIRECTORY)
      .noteRefused(noted, hash)
      .catch(() => undefined),
  );
}

/** Enough to recognise a mistyped key by, and not enough to use it. */
const masked = (key = "") => (key === "" ? "" : `${key.slice(0, 2)}… (${key.length} characters)`);

function hostOf(blog = ""): string {
  const address = /^https?:\/\//i.test(blog) ? blog : `https://${blog}`;
  return URL.canParse(address) ? new URL(address).host.slice(0, 253) : "";
}
