import type { SystemName } from "../../../src/contract/integration.ts";
import { ADMIN_TOKEN, call, demoSite, type Reply } from "../../site/blog.ts";
import { bodies } from "./bodies.ts";

/** The signing secret that the owner copied from Coral. */
const CORAL_SECRET = "coral-signing-secret-0123456789abcdef";

export const ENDPOINT = "https://comments.example";
export const CREDENTIAL = "open-sesame";

/** Connects the demo site to a system, as its owner does; answers what the system proves itself with. */
export async function connect(system: SystemName, settings: Record<string, unknown> = {}): Promise<string> {
  const endpoint = system === "webmention" ? null : ENDPOINT;
  await demoSite({
    hosts: ["blog.example", "comments.example"],
    integration: {
      system,
      endpoint,
      credential: CREDENTIAL,
      secret: system === "coral" ? CORAL_SECRET : null,
    },
    ...settings,
  });
  const { body } = await call<{ secret: string | null }>("POST", "/v1/sites/demo/receiver", {
    key: ADMIN_TOKEN,
  });
  return body.secret ?? CORAL_SECRET;
}

async function hmac(secret: string, body: string): Promise<string> {
  const encode = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encode(secret), algorithm, false, ["sign"]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, encode(body)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The headers with which each system proves itself, beside its own. */
const proofs: Record<SystemName, (secret: string, body: string) => Promise<Record<string, string>>> = {
  artalk: async (secret) => ({ authorization: `Basic ${btoa(`hamlet:${secret}`)}` }),
  coral: async (secret, body) => ({
    "x-coral-signature": `sha256=${"0".repeat(64)},sha256=${await hmac(secret, body)}`,
  }),
  cusdis: async (secret) => ({ authorization: `Basic ${btoa(`hamlet:${secret}`)}` }),
  discourse: async (secret, body) => ({
    "x-discourse-event-signature": `sha256=${await hmac(secret, body)}`,
    "x-discourse-event-type": "post",
    "x-discourse-event": "post_created",
    "x-discourse-instance": "https://comments.example",
  }),
  isso: async (secret) => ({ authorization: `Bearer ${secret}` }),
  remark42: async (secret) => ({ authorization: `Bearer ${secret}` }),
  waline: async (secret) => ({ authorization: `Bearer ${secret}` }),
  webmention: async () => ({}),
};

/** The ids of those comments in Hamlet; Coral's is that of the doubtful one. */
export const ids: Record<SystemName, string> = {
  artalk: "artalk:1057",
  coral: "coral:6d9789a4fa98b54aa547e99f298fcfb1",
  cusdis: "cusdis:0b0b1b1e-70c5-4b64-9a8e-9d2f6f0d7a11",
  discourse: "discourse:4711",
  isso: "isso:7",
  remark42: "remark42:f7ef5c3e-0a3b-4a3c-9f65-5f4a4c2d6c11",
  waline: "waline:31",
  webmention: "webmention:ece9377139d26d075c9cd7fe7410c8f1",
};

interface Changed {
  /** Sent in the place of the system's own body. */
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly site?: string;
}

/** Posts as a system does, with its proof. */
export async function post<T = Record<string, unknown>>(
  system: SystemName,
  secret: string,
  content: string,
  { body, headers = {}, site = "demo" }: Changed = {},
): Promise<Reply<T>> {
  const sent = body ?? bodies[system](content);
  const whole = system === "webmention" && typeof sent === "object" ? { secret, ...sent } : sent;
  const text = typeof whole === "string" ? whole : JSON.stringify(whole);
  return call<T>("POST", `/in/${system}/${site}`, {
    body: text,
    headers: { ...(await proofs[system](secret, text)), ...headers },
  });
}
