import { Hono } from "hono";
import type { App } from "../../context.ts";
import { asMeant, cuts, ignored } from "../../contract/as-meant.ts";
import { errorsOf } from "../../contract/problem.ts";
import { MAX_BODY_BYTES, sentSubmission } from "../../contract/submission.ts";
import { bearableHeaders, LONGEST_ADDRESS, LONGEST_HEADERS } from "../../http/guards/bearable-headers.ts";
import { bearer } from "../../http/guards/bearer.ts";
import { shapeFault } from "../../http/guards/body.ts";
import { cookieOf } from "../../platform/cookie.ts";
import { parametersOf } from "../../platform/forms/parameters.ts";
import { TooManyFields } from "../../platform/forms/raw-field.ts";
import { claimedSignature } from "../../service/intake-signature.ts";
import { MAX_FORM_OF_ANYBODY, reader } from "../../ui/guards.ts";
import * as shapes from "./shapes.ts";

/** A reader of bytes that anybody can send, and the most of them that it takes. */
interface Parser {
  readonly name: string;
  readonly most: number;
  readonly shapes: shapes.Shapes;
  /** Readies a text outside of what is timed. */
  readonly ready: (text: string) => () => unknown;
}

const KB = 1024;
const MOST_FORM = 512 * KB;
/** Cloudflare takes no more in all headers together. */
const ALL_HEADERS = 128 * KB;
const FORM = "application/x-www-form-urlencoded";
const NOW = 1_790_000_000_000;

/** Answers undefined where a reader refuses what it is given. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof TooManyFields || failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** Looks for the key as the guard does. */
const lookForKey = (search: string, body: Uint8Array, type: string) =>
  unlessRefused(() => {
    const parameters = parametersOf(search, body, type);
    return parameters.early("api_key", 256) ?? parameters.early("key", 256);
  });

const inForm = (type: string) => (text: string) => {
  const body = new TextEncoder().encode(text);
  return () => lookForKey("", body, type);
};

/** A submission as its route takes it, or what it says is wrong with it. */
const submit = (text: string) =>
  unlessRefused(() => {
    if (shapeFault(text) !== undefined) return undefined;
    const sent: unknown = JSON.parse(text);
    const read = sentSubmission.safeParse(sent);
    if (!read.success) return errorsOf(read.error.issues);
    const meant = asMeant(sent);
    return [...cuts(meant, read.data), ...ignored(meant, read.data)];
  });

/** What a page for anybody reads of a request. */
const page = new Hono<App>();
page.use(bearableHeaders, ...reader).all("/login", async (c) => {
  const form = c.req.method === "POST" ? await c.req.parseBody() : {};
  return c.json([cookieOf(c.req.raw, "hamlet_session"), c.req.query("next"), form.name, bearer(c)]);
});
const inHeader = (name: keyof typeof LONGEST_HEADERS, shapesOf: shapes.Shapes): Parser => ({
  name,
  most: LONGEST_HEADERS[name],
  shapes: shapesOf,
  ready: (text) => () => page.request("/login", { headers: { [name]: text } }),
});

export const parsers: readonly Parser[] = [
  { name: "form", most: MOST_FORM, shapes: shapes.fields, ready: inForm(FORM) },
  {
    name: "multipart",
    most: MOST_FORM / 4,
    shapes: shapes.multipart,
    ready: inForm("multipart/form-data; boundary=x"),
  },
  { name: "JSON", most: MAX_BODY_BYTES, shapes: shapes.json, ready: (text) => () => submit(text) },
  {
    name: "query",
    most: LONGEST_ADDRESS,
    shapes: shapes.fields,
    ready: (text) => () => lookForKey(text, new Uint8Array(), ""),
  },
  {
    name: "query of a page",
    most: LONGEST_ADDRESS,
    shapes: shapes.fields,
    ready: (text) => () => page.request(`/login?${text}`),
  },
  inHeader("cookie", shapes.cookies),
  inHeader("accept-language", shapes.languages),
  inHeader("authorization", shapes.authorizations),
  {
    name: "signature",
    most: ALL_HEADERS,
    shapes: shapes.signatures,
    ready: (signature) => () => claimedSignature({ id: "m", timestamp: String(NOW / 1000), signature }, NOW),
  },
  {
    name: "login",
    most: MAX_FORM_OF_ANYBODY,
    shapes: shapes.fields,
    ready: (body) => () =>
      page.request("/login", {
        method: "POST",
        headers: { "content-type": FORM, origin: "http://localhost" },
        body,
      }),
  },
];
