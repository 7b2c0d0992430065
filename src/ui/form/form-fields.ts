import type { Format } from "../../core/comment.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import { isMultipart, parametersOf } from "../../platform/forms/parameters.ts";
import { TooManyFields } from "../../platform/forms/raw-field.ts";

/** What a page's form holds, by the names of its inputs; they come back to the reader with whatever went wrong. */
export const visible = [
  "comment",
  "name",
  "email",
  "website",
  "post",
  "title",
  "parent",
  "replies",
  "token",
  "edit",
] as const;

export type Typed = Readonly<Partial<Record<(typeof visible)[number], string>>>;

/** Bytes of a form: the longest text that is read, each letter escaped. In parts nothing is escaped. */
const MOST = 256 * 1024;
const MOST_IN_PARTS = 96 * 1024;
/** Fields, whatever a blog adds to its form. */
const MOST_FIELDS = 100;
const AMPERSAND = 0x26;

/** The form that a request brings; undefined: it is none that can be read. */
export async function readForm(request: Request): Promise<Parameters | undefined> {
  const type = request.headers.get("content-type") ?? "";
  const inParts = isMultipart(type);
  if (!inParts && !/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  const body = new Uint8Array(await request.arrayBuffer());
  if (body.length > (inParts ? MOST_IN_PARTS : MOST) || (!inParts && hasTooMany(body))) return undefined;
  try {
    return parametersOf("", body, type);
  } catch (failure) {
    if (failure instanceof TooManyFields) return undefined;
    throw failure;
  }
}

/** Found before anything is taken apart. */
function hasTooMany(body: Uint8Array): boolean {
  let at = body.indexOf(AMPERSAND);
  for (let fields = 1; at >= 0 && fields < MOST_FIELDS; fields++) at = body.indexOf(AMPERSAND, at + 1);
  return at >= 0;
}

export const typedIn = (form: Parameters): Typed =>
  Object.fromEntries(
    visible.flatMap((name) => {
      const value = name === "comment" ? form.raw(name) : form.one(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Who sends a form, as the request tells it. */
export interface Sender {
  readonly ip: string | undefined;
  readonly userAgent: string | undefined;
  readonly referrer: string | undefined;
}

/** The form's comment under the contract's names. */
export function givenBy(form: Parameters, post: string, format: Format, { ip, userAgent, referrer }: Sender) {
  const { comment = "", name, email, website, title, parent } = typedIn(form);
  return {
    type: parent === undefined ? "comment" : "reply",
    format,
    content: comment,
    post: { url: post, title },
    ...(parent !== undefined && { parent: { id: parent } }),
    author: { name, email, url: website, ip, userAgent },
    referrer,
    form: { honeypot: form.raw("homepage"), inputs: form.one("inputs") },
  };
}
