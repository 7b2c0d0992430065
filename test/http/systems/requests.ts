import type { SystemName } from "../../../src/contract/integration.ts";
import { ADMIN_TOKEN, call, demoSite, type Reply } from "../../site/blog.ts";

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

/** What a system posts of a comment with a text. */
export const bodies: Record<SystemName, (content: string) => Record<string, unknown>> = {
  artalk: (content) => ({
    notify_subject: "",
    notify_body: `@Kim:\n\n${content}`,
    comment: {
      id: 1057,
      content,
      content_marked: `<p>${content}</p>`,
      user_id: 226,
      nick: "Kim",
      email_encrypted: "654236c1e78a4c09a17c4869c9d43910",
      link: "",
      ua: "Mozilla/5.0 (X11; Linux x86_64)",
      date: "2026-11-27 09:00:23",
      is_collapsed: false,
      is_pending: true,
      is_pinned: false,
      is_allow_reply: true,
      rid: 0,
      badge_name: "",
      visible: true,
      page_key: "/loops.html",
      page_url: "https://blog.example/loops.html",
      site_name: "My blog",
    },
    parent_comment: null,
  }),
  coral: (content) => ({
    action: "NEW",
    comment: { body: content, parentID: null },
    author: { id: "baf4e943-3594-4fcc-b2ba-3e8de7a76352", role: "COMMENTER" },
    story: { id: "245b3856-b0a0-4d2f-a6bb-58c71f18d6a6", url: "https://blog.example/loops" },
    site: { id: "a4bede88-2d2c-4424-bc18-4322a9e285a6" },
    tenantID: "19ba5794-7eeb-4d46-a81b-c00c61672501",
    tenantDomain: "comments.example",
  }),
  cusdis: (content) => ({
    type: "new_comment",
    data: {
      by_nickname: "Kim",
      by_email: "kim@mail.example",
      content,
      page_id: "https://blog.example/loops",
      page_title: "Loops",
      project_title: "My blog",
      approve_link: `https://comments.example/open/approve?token=${cusdisToken}`,
    },
  }),
  discourse: (content) => ({
    post: {
      id: 4711,
      name: "Kim",
      username: "kim",
      avatar_template: "/letter_avatar_proxy/v4/letter/k/{size}.png",
      created_at: "2026-11-27T09:00:00.000Z",
      updated_at: "2026-11-27T09:00:00.000Z",
      cooked: `<p>${content}</p>`,
      raw: content,
      post_number: 2,
      post_type: 1,
      reply_to_post_number: null,
      topic_id: 12,
      topic_slug: "loops",
      topic_title: "Loops",
      topic_archetype: "regular",
      user_id: 9,
      admin: false,
      moderator: false,
      staff: false,
      version: 1,
    },
  }),
  isso: (content) => ({
    id: 7,
    text: content,
    author: "Kim",
    email: "kim@mail.example",
    website: null,
    uri: "https://blog.example/loops",
    title: "Loops",
    parent: null,
    remote_addr: "203.0.113.0",
    mode: 2,
    created: 1795683600.5,
    key: "Nw.aSgQkA.Yq0u-K3_l8c",
  }),
  remark42: (content) => ({
    id: "f7ef5c3e-0a3b-4a3c-9f65-5f4a4c2d6c11",
    pid: "",
    orig: content,
    text: `<p>${content}</p>\n`,
    user: { name: "Kim", id: "anonymous_5fa1", admin: false },
    locator: { site: "remark", url: "https://blog.example/loops" },
    time: "2026-11-27T09:00:00Z",
    title: "Loops",
  }),
  waline: (content) => ({
    comment: {
      objectId: 31,
      comment: content,
      nick: "Kim",
      mail: "kim@mail.example",
      link: "",
      url: "https://blog.example/loops",
      ip: "203.0.113.9",
      ua: "Mozilla/5.0 (X11; Linux x86_64)",
      status: "waiting",
      insertedAt: "2026-11-27T09:00:00.000Z",
    },
    reply: null,
  }),
  webmention: (content) => ({
    source: "https://kim.example/notes/1",
    target: "https://blog.example/loops",
    private: false,
    post: {
      type: "entry",
      author: { type: "card", name: "Kim", photo: "", url: "https://kim.example/" },
      url: "https://kim.example/notes/1",
      published: "2026-11-27T09:00:00+00:00",
      "wm-received": "2026-11-27T09:01:00Z",
      "wm-id": 123456,
      "wm-source": "https://kim.example/notes/1",
      "wm-target": "https://blog.example/loops",
      content: { html: `<p>${content}</p>`, text: content },
      "in-reply-to": "https://blog.example/loops",
      "wm-property": "in-reply-to",
      "wm-private": false,
    },
  }),
};

const part = (value: unknown) => btoa(JSON.stringify(value)).replaceAll("=", "");

/** The token in Cusdis' link that approves: it tells the comment, and more of the owner than anybody needs. */
export const cusdisToken = [
  part({ alg: "HS256", typ: "JWT" }),
  part({ commentId: "0b0b1b1e-70c5-4b64-9a8e-9d2f6f0d7a11", owner: { email: "owner@mail.example" } }),
  "c2lnbmF0dXJl",
].join(".");

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
