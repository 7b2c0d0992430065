import { MAX_FIELDS, type RawField, TooManyFields } from "./raw-field.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DASH = 0x2d;

/** Bytes of a part's header lines that are looked at. */
const MAX_HEAD = 4_096;

const utf8 = new TextDecoder();

/** The boundary that a multipart content type names; undefined: it names none that is allowed (RFC 2046, 5.1.1). */
export function boundaryOf(type: string): string | undefined {
  const match = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return match?.[1] ?? match?.[2];
}

/**
 * The fields of multipart/form-data, found in one pass over its lines: texts only, no files. What is no such
 * form holds no field. Throws TooManyFields.
 */
export function readMultipart(bytes: Uint8Array, boundary: string): RawField[] {
  const line = new TextEncoder().encode(`--${boundary}`);
  const fields: RawField[] = [];
  let from = -1;
  let parts = 0;
  for (let at = 0; at >= 0 && at < bytes.length; at = nextLine(bytes, at)) {
    if (!startsWith(bytes, at, line)) continue;
    if (++parts > MAX_FIELDS + 1) throw new TooManyFields();
    const part = from < 0 ? undefined : partOf(bytes, from, beforeLineEnd(bytes, from, at));
    if (part) fields.push(part);
    if (bytes[at + line.length] === DASH && bytes[at + line.length + 1] === DASH) return fields;
    from = nextLine(bytes, at);
    if (from < 0) break;
  }
  // Cut off, without the last boundary: browsers' readers refuse all of it.
  return [];
}

/** Where the line after the one at `at` begins; -1: there is none. */
function nextLine(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(LINE_FEED, at);
  return end < 0 ? -1 : end + 1;
}

function startsWith(bytes: Uint8Array, at: number, start: Uint8Array): boolean {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
}

/** The line end before a boundary belongs to the boundary. */
function beforeLineEnd(bytes: Uint8Array, from: number, at: number): number {
  const end = at - 1;
  return Math.max(from, bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end);
}

/** A part between two boundaries: header lines, an empty line, the value. Undefined: a file, or no field. */
function partOf(bytes: Uint8Array, from: number, end: number): RawField | undefined {
  let at = from;
  for (let next = at; next < end && next - from < MAX_HEAD; at = next) {
    next = nextLine(bytes, at);
    if (next < 0) return undefined;
    const empty = next - at === 1 || (next - at === 2 && bytes[at] === CARRIAGE_RETURN);
    if (empty) return field(bytes, utf8.decode(bytes.subarray(from, at)), next, end);
  }
  return undefined;
}

function field(bytes: Uint8Array, head: string, from: number, end: number): RawField | undefined {
  const disposition = /^content-disposition:([^\r\n]*)/im.exec(head)?.[1] ?? "";
  if (/;\s{0,9}filename\*?=/i.test(disposition)) return undefined;
  const quoted = /;\s{0,9}name="([^"]*)"/i.exec(disposition)?.[1];
  const name = quoted ?? /;\s{0,9}name=([^\s;"]+)/i.exec(disposition)?.[1];
  if (name === undefined) return undefined;
  const said = name.replace(/%(22|0d|0a)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const value = bytes.subarray(from, Math.max(from, end));
  return { nameLength: name.length, valueLength: value.length, name: () => said, value: () => value };
}
