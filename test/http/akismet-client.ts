import { SELF } from "cloudflare:test";
import type { AkismetKeyMade } from "../../src/contract/key-made.ts";
import { ADMIN_TOKEN, call } from "../site/blog.ts";

/** The newest plugin of WordPress, as it names itself. */
export const NEWEST = "WordPress/7.1 | Akismet/5.7.2";

export const BLOG = "https://blog.example";

/** A key of a site for Akismet's routes. */
export async function akismetKey(site = "demo"): Promise<string> {
  const made = await call<AkismetKeyMade>("POST", `/v1/sites/${site}/keys`, {
    key: ADMIN_TOKEN,
    body: { scope: "akismet" },
  });
  return made.body.key;
}

export interface Told {
  readonly status: number;
  readonly body: string;
  readonly guid: string;
  readonly headers: Headers;
}

/** One call by Akismet's protocol, with a body as it is. */
export async function akismet(
  path: string,
  body: URLSearchParams | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { host = "hamlet.example", type = "application/x-www-form-urlencoded", client = NEWEST } = {},
): Promise<Told> {
  const response = await SELF.fetch(`https://${host}/1.1/${path}`, {
    method: "POST",
    headers: { "content-type": type, "user-agent": client, host },
    body: body instanceof URLSearchParams ? body.toString() : body,
  });
  const { status, headers } = response;
  return { status, body: await response.text(), guid: headers.get("x-akismet-guid") ?? "", headers };
}

/** The fields of a comment, with what is given on top. */
export const fields = (key: string, more: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({
    api_key: key,
    blog: BLOG,
    user_ip: "203.0.113.9",
    permalink: `${BLOG}/tides`,
    comment_author: "Kim",
    comment_author_email: "kim@example.org",
    comment_content: "Interesting, thanks for sharing. More on http://some-blog.example.net/page",
    ...more,
  });
