import type { KeyFault } from "../../contract/akismet.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import { remembers } from "../../platform/isolate.ts";
import { noteCall, noteRefused } from "../../service/akismet-calls.ts";
import { now, type Services } from "../../service/services.ts";
import type { Call } from "./call.ts";
import type { SentKey } from "./key.ts";

/** One isolate notes refused calls at most so often, milliseconds: they come as a flood or not at all. */
const EVERY = 10_000;
let lastNoted = 0;
remembers(() => {
  lastNoted = 0;
});

/** Notes a call that is no comment's, for the owner to see. */
export function noteDone({ services, record, grant, client }: Call, call: string, answer: string): void {
  noteCall(services, record, { at: now(), call, client, key: grant.n, answer });
}

interface RefusedRequest {
  readonly call: string;
  readonly client: string;
  readonly parameters: Parameters;
  readonly sent: SentKey | undefined;
  readonly fault: KeyFault;
  readonly hash: string | undefined;
}

/** Notes a key that opens nothing: most clients hide it, and her blog goes unguarded. */
export function noteFault(services: Services, request: RefusedRequest): void {
  const at = now();
  if (at - lastNoted < EVERY) return;
  lastNoted = at;
  const { call, client, parameters, sent, fault, hash } = request;
  const blog = hostOf(parameters.one("blog"));
  noteRefused(services, { at, call, client, fault, key: masked(sent?.key), blog }, hash);
}

/** Enough to recognise a mistyped key by, and not enough to use it. */
const masked = (key = "") => (key === "" ? "" : `${key.slice(0, 2)}… (${key.length} characters)`);

function hostOf(blog = ""): string {
  const address = /^https?:\/\//i.test(blog) ? blog : `https://${blog}`;
  return URL.canParse(address) ? new URL(address).host.slice(0, 253) : "";
}
