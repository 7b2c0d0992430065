import type { Got, Sent, Target } from "./target.ts";
import { send } from "./target.ts";

/** One thing that a client needs, and what a service must answer to it, to the byte. */
export interface Quirk {
  readonly what: string;
  /** The client that needs it. */
  readonly client: string;
  readonly send: (target: Target) => Sent | Promise<Got>;
  readonly status?: number;
  readonly body: string | RegExp;
  /** Headers that must be there, with their value; null: must not be there. */
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
}

/** Headers that clients take for trouble, so that no good verdict may carry them. */
const TROUBLE = ["x-akismet-debug-help", "x-akismet-alert-code", "x-akismet-alert-msg", "x-akismet-error"];
const TEXT = "text/plain; charset=utf-8";

/** Undefined: as it must be; else what was wrong with the answer. */
export async function fault(quirk: Quirk, target: Target): Promise<string | undefined> {
  const sent = await quirk.send(target);
  const got = "path" in sent ? await send(target, sent) : sent;
  const wrong = wrongs(quirk, got);
  return wrong.length === 0
    ? undefined
    : `${wrong.join("; ")} (answer: ${got.status} ${JSON.stringify(got.body.slice(0, 200))})`;
}

function wrongs({ status = 200, body, headers = {} }: Quirk, got: Got): string[] {
  const json = got.body.startsWith("{") || got.body.startsWith("[");
  const refused = got.body === "invalid" || got.body.startsWith("Missing");
  const wanted: [string, string | RegExp | null][] = [
    ...(status === 200 && !json ? [["content-type", TEXT] as [string, string]] : []),
    ...(refused || status !== 200 ? [] : TROUBLE.map((name): [string, null] => [name, null])),
    ...(refused ? [["x-akismet-debug-help", /^[\x20-\x7e]+$/] as [string, RegExp]] : []),
    ...Object.entries(headers),
  ];
  return [
    ...(got.status === status ? [] : [`status ${got.status}, not ${status}`]),
    ...(matches(body, got.body) ? [] : [`body is not ${body}`]),
    ...(/[\r\n]$|^\u00ef\u00bb\u00bf/.test(got.body) ? ["a line feed or byte order mark"] : []),
    ...wanted
      .filter(([name, value]) => !matches(value, got.headers[name] ?? null))
      .map(([name, value]) => `${name} is ${got.headers[name]}, not ${value}`),
  ];
}

const matches = (wanted: string | RegExp | null, got: string | null): boolean =>
  wanted instanceof RegExp ? got !== null && wanted.test(got) : wanted === got;

/** A form's body. */
export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

/** A comment-check of a test, with what is given on top; an empty value leaves the field out. */
export const check = ({ key, blog }: Target, fields: Readonly<Record<string, string>> = {}): string => {
  const all = {
    api_key: key,
    blog,
    user_ip: "203.0.113.9",
    is_test: "1",
    comment_author: "Ada Bauer",
    comment_content: "I think the second loop never runs, because i starts at 10. Did you mean twenty?",
    ...fields,
  };
  return form(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== "")));
};

/** The same as multipart/form-data. */
export async function multipart(
  fields: Readonly<Record<string, string>>,
): Promise<{ type: string; body: Buffer }> {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const response = new Response(data);
  return {
    type: response.headers.get("content-type") ?? "",
    body: Buffer.from(await response.arrayBuffer()),
  };
}
