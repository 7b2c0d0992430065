import { MAX_FIELDS, type RawField, TooManyFields } from "./raw-field.ts";

const LINE_FEED = 0x0a;

/** Bytes of a part's header lines that are looked at. */
const MAX_HEAD = 4_096;

const utf8 = new TextDecoder();
/** A character for each byte: the search for a text is the fastest there is, whatever stands in it. */
const latin = new TextDecoder("latin1");

/** The boundary that a multipart content type names; undefined: it names none that is allowed (RFC 2046, 5.1.1). */
export function boundaryOf(type: string): string | undefined {
  const match = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return match?.[1] ?? match?.[2];
}

/** A form as its bytes, and as a text in which each line begins with a line feed: at its place among the bytes. */
interface Form {
  readonly bytes: Uint8Array;
  readonly lines: string;
}

function formOf(bytes: Uint8Array): Form {
  const after = new Uint8Array(bytes.length + 1);
  after[0] = LINE_FEED;
  after.set(bytes, 1);
  return { bytes, lines: latin.decode(after) };
}

/**
 * The fields of multipart/form-data, found in one pass: texts only, no files. What is no such form holds no
 * field. Throws TooManyFields.
 */
export function readMultipart(bytes: Uint8Array, boundary: string): RawField[] {
  const form = formOf(bytes);
  const fields: RawField[] = [];
  let from = -1;
  let parts = 0;
  for (const { 0: line, 1: last, index: at } of form.lines.matchAll(linesOf(boundary))) {
    if (++parts > MAX_FIELDS + 1) throw new TooManyFields();
    const part = from < 0 ? undefined : partOf(form, from, beforeLineEnd(form, from, at));
    if (part) fields.push(part);
    if (last !== undefined) return fields;
    from = form.lines.indexOf("\n", at + line.length);
    if (from < 0) break;
  }
  // Cut off, without the last boundary: browsers' readers refuse all of it.
  return [];
}

/** Finds the lines that begin with a boundary, and whether it is the last one. */
function linesOf(boundary: string): RegExp {
  const sent = latin.decode(new TextEncoder().encode(boundary));
  return new RegExp(`\n--${sent.replace(/[^a-z0-9]/gi, "\\$&")}(--)?`, "g");
}

/** The line end before a boundary belongs to the boundary. */
const beforeLineEnd = ({ lines }: Form, from: number, at: number): number =>
  Math.max(from, lines[at - 1] === "\r" ? at - 2 : at - 1);

/** A part between two boundaries: header lines, an empty line, the value. Undefined: a file, or no field. */
function partOf({ bytes, lines }: Form, from: number, end: number): RawField | undefined {
  // No further than the part itself: as many looks past its end as there are parts would be too many.
  const start = lines.slice(from, Math.min(end + 2, from + MAX_HEAD));
  const empty = /\n\r?\n/.exec(start);
  if (!empty || from + empty.index >= end) return undefined;
  const head = start.slice(0, empty.index);
  const value = from + empty.index + empty[0].length - 1;
  return field(
    /[^\s -~]/.test(head) ? utf8.decode(bytes.subarray(from, from + empty.index)) : head,
    bytes.subarray(value, Math.max(value, end)),
  );
}

function field(head: string, value: Uint8Array): RawField | undefined {
  const disposition = /^content-disposition:([^\r\n]*)/im.exec(head)?.[1] ?? "";
  if (/;\s{0,9}filename\*?=/i.test(disposition)) return undefined;
  const [, quoted, bare] = /;\s{0,9}name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition) ?? [];
  const name = (quoted ?? bare)?.replace(/%(22|0d|0a)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  if (name === undefined) return undefined;
  return {
    valueLength: value.length,
    isNamed: (asked) => asked === name,
    name: () => name,
    value: () => value,
  };
}
