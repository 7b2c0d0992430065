import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App } from "../../context.ts";
import { MAX_BODY_BYTES } from "../../contract/submission.ts";
import { noteRefusal } from "../../service/refusals.ts";
import { problem } from "../problem.ts";

export const tooLarge = (most = MAX_BODY_BYTES) =>
  problem(413, { detail: `The body may have at most ${most} bytes.` });

/** Refuses a body of more than the bearable size: by what it says of itself, else while it comes in. */
const bearableBody = (most: number): MiddlewareHandler<App> =>
  bodyLimit({
    maxSize: most,
    onError: () => {
      throw tooLarge(most);
    },
  });

interface Bearable {
  /** No body will do. */
  readonly optional?: boolean;
  /** Bytes. */
  readonly most?: number;
}

/** Lets only JSON of a bearable size and shape through: 415, 413 and 400 with the reason. */
export function jsonBody({
  optional = false,
  most = MAX_BODY_BYTES,
}: Bearable = {}): [MiddlewareHandler<App>, MiddlewareHandler<App>] {
  return [
    bearableBody(most),
    async function jsonBody(c, next) {
      if (optional && (await c.req.text()) === "") {
        c.req.raw = withoutType(c.req.raw);
        return next();
      }
      const type = c.req.header("content-type") ?? "";
      if (!/^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(type)) {
        throw problem(415, { detail: "Send the body as application/json." });
      }
      const text = await c.req.text();
      const fault = shapeFault(text);
      if (fault !== undefined) throw problem(400, { detail: fault });
      const json = parsed(text);
      // What it holds is asked for again when it is checked, and by who wants to know how it was written.
      c.req.json = async () => json;
      await next();
    },
  ];
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw problem(400, { detail: failure instanceof Error ? failure.message : "The body is not JSON." });
  }
}

/** A request without a body, whatever its content type claims: nothing is there to be parsed. */
function withoutType({ url, method, headers }: Request): Request {
  const kept = new Headers(headers);
  kept.delete("content-type");
  return new Request(url, { method, headers: kept });
}

/** Of workerd: fills a view as far as there is anything to come, in one call, and keeps what stands before it in its memory. */
interface AtLeast {
  readAtLeast(bytes: number, view: Uint8Array): Promise<{ readonly value?: Uint8Array<ArrayBuffer> }>;
  cancel(): Promise<void>;
}

const NOTHING = new Uint8Array(0);

/** Whether a body is larger than so many bytes by what its headers say. */
export const saysLargerThan = (most: number, { headers }: Request): boolean =>
  Number(headers.get("content-length") ?? 0) > most;

/** Looks at the beginning of a body, and throws where the rest need not come. */
type Look = (beginning: Uint8Array) => void;

/** So much of a long body is its beginning, bytes. */
const BEGINNING = 32 * 1024;

/**
 * A request's body of at most so many bytes, however many pieces it comes in; of a long one the beginning is looked at before
 * the rest is read. Undefined: it is larger, and no more of it was read than is needed to know.
 */
export async function bodyUpTo(
  request: Request,
  most: number,
  look?: Look,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (saysLargerThan(most, request)) return undefined;
  const room = roomFor(request, most);
  const isKnown = request.headers.has("content-length");
  if (isKnown && (!look || room <= BEGINNING)) return new Uint8Array(await request.arrayBuffer());
  if (!look || !request.body) return bodyBehind(NOTHING, request, most);
  const reader = readerOf(request.body);
  const beginning = await beginningOf(reader, look);
  return beginning.length < BEGINNING ? beginning : readOn(reader, beginning, room - BEGINNING);
}

/** The same behind other bytes, in one piece: what is signed together with a body need not be copied beside it. */
export async function bodyBehind(
  head: Uint8Array,
  request: Request,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (saysLargerThan(most, request)) return undefined;
  return request.body ? readOn(readerOf(request.body), head, roomFor(request, most)) : new Uint8Array(head);
}

const readerOf = (body: ReadableStream): AtLeast => body.getReader({ mode: "byob" }) as unknown as AtLeast;

/** Bytes that a body may have: as many as it says of itself. */
const roomFor = ({ headers }: Request, most: number): number => Number(headers.get("content-length") ?? most);

/** The beginning of a body, as far as there is any, once it was looked at. */
async function beginningOf(reader: AtLeast, look: Look): Promise<Uint8Array<ArrayBuffer>> {
  const { value = NOTHING } = await reader.readAtLeast(BEGINNING, new Uint8Array(BEGINNING));
  try {
    look(value);
    return value;
  } catch (fault) {
    await reader.cancel();
    throw fault;
  }
}

/** Reads on behind what there is, at most so many bytes; undefined: more came. */
async function readOn(
  reader: AtLeast,
  before: Uint8Array,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const room = new Uint8Array(before.length + most + 1);
  room.set(before);
  const view = room.subarray(before.length);
  const { value } = await reader.readAtLeast(view.length, view);
  const length = value?.length ?? 0;
  if (length <= most) return new Uint8Array(value?.buffer ?? room.buffer, 0, before.length + length);
  await reader.cancel();
  return undefined;
}

/** How deep a body of this API may be nested, and how many values it may hold: its own have 5 and 2,100 at most. */
export const MOST_DEEP = 64;
export const MOST_VALUES = 10_000;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What is wrong with the shape of a text of JSON, seen in one pass before it is parsed; undefined: nothing. */
export function shapeFault(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) values++;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth++;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
    if (depth > MOST_DEEP) return `The body may be nested ${MOST_DEEP} deep.`;
    if (values > MOST_VALUES) return `The body may hold ${MOST_VALUES} values.`;
  }
  return undefined;
}

/** Where a string ends that begins at a quote; the end of all: nowhere. */
function endOfString(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return text.length;
}

const REFUSED = new Set([400, 413, 415, 422]);

/** Has the site keep which fields of its blog's submissions were refused, so that its owner sees a broken client. */
export const noteRefusals: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const { services, record } = c.var;
  const { status } = c.res;
  if (!REFUSED.has(status)) return;
  const { errors } = await c.res.clone().json<{ errors?: readonly { pointer: string }[] }>();
  const pointers = (errors ?? []).map(({ pointer }) => pointer);
  await noteRefusal(services, record, status, pointers);
};
