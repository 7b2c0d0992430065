import { nameIn, type Range } from "./disposition.ts";
import { MAX_PARTS, type RawField, TooManyFields } from "./raw-field.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DASH = 0x2d;

/** Bytes of a part's header lines that are looked at. */
const MAX_HEAD = 1_024;

const encoder = new TextEncoder();
const utf8 = new TextDecoder();

/** The boundary that a multipart content type names; undefined: it names none that is allowed (RFC 2046, 5.1.1). */
export function boundaryOf(type: string): string | undefined {
  const match = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return match?.[1] ?? match?.[2];
}

/**
 * The fields of multipart/form-data, found in one pass over the bytes, which are not copied: texts only, no files. What is
 * no such form holds no field. Throws TooManyFields.
 */
export function readMultipart(bytes: Uint8Array, boundary: string): RawField[] {
  const needle = encoder.encode(`\n--${boundary}`);
  const shifts = shiftsOf(needle);
  const fields: RawField[] = [];
  let head: Head | undefined;
  // The line feed before the first line may be left out.
  let at = isAt(bytes, needle, 1, 0) ? -1 : find(bytes, needle, shifts, 0);
  for (let parts = 1; at !== undefined; parts++) {
    if (parts > MAX_PARTS + 1) throw new TooManyFields(MAX_PARTS);
    const end = bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    if (head) fields.push(new MultipartField(bytes, head.name, head.value, Math.max(head.value, end)));
    const after = at + needle.length;
    if (bytes[after] === DASH && bytes[after + 1] === DASH) return fields;
    const from = bytes.indexOf(LINE_FEED, after) + 1;
    if (from === 0) break;
    head = headAt(bytes, needle, from);
    at = find(bytes, needle, shifts, (head?.value ?? from) - 1);
  }
  // Cut off, without the last boundary: browsers' readers refuse all of it.
  return [];
}

/** By its last byte, how far a needle may be moved on that is not found (Boyer, Moore and Horspool). */
function shiftsOf(needle: Uint8Array): Uint16Array {
  const shifts = new Uint16Array(256).fill(needle.length);
  for (let i = 0; i < needle.length - 1; i++) shifts[needle[i] as number] = needle.length - 1 - i;
  return shifts;
}

/** Where a needle, which begins with a line feed and holds no other, stands next. */
function find(bytes: Uint8Array, needle: Uint8Array, shifts: Uint16Array, from: number): number | undefined {
  const last = needle.length - 1;
  const ending = needle[last] as number;
  for (let at = from + last; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte === ending && bytes[at - last] === LINE_FEED && isAt(bytes, needle, 0, at - last))
      return at - last;
    at += shifts[byte] as number;
  }
  return undefined;
}

/** Whether a needle stands at a place, from its byte with this number on. */
function isAt(bytes: Uint8Array, needle: Uint8Array, first: number, at: number): boolean {
  for (let i = first; i < needle.length; i++) if (bytes[at + i - first] !== needle[i]) return false;
  return true;
}

/** What stands before a field's value: header lines and an empty line. */
interface Head {
  readonly name: Range;
  /** Where the value begins. */
  readonly value: number;
}

/** Undefined: a file, or no field. */
function headAt(bytes: Uint8Array, needle: Uint8Array, from: number): Head | undefined {
  let name: Range | undefined;
  for (let line = from; !isAt(bytes, needle, 1, line); ) {
    const at = bytes.indexOf(LINE_FEED, line);
    if (at < 0 || at > from + MAX_HEAD) return undefined;
    const end = bytes[at - 1] === CARRIAGE_RETURN && at > line ? at - 1 : at;
    if (end === line) return name && { name, value: at + 1 };
    name ??= nameIn(bytes, line, end);
    line = at + 1;
  }
  return undefined;
}

class MultipartField implements RawField {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly named: Range,
    private readonly from: number,
    private readonly end: number,
  ) {}

  get valueLength(): number {
    return this.end - this.from;
  }

  isNamed(name: string): boolean {
    const { from, end } = this.named;
    if (end - from !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[from + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** Browsers escape three characters in it. */
  name(): string {
    const sent = utf8.decode(this.bytes.subarray(this.named.from, this.named.end));
    return sent.replace(/%(22|0d|0a)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  value(): Uint8Array {
    return this.bytes.subarray(this.from, this.end);
  }
}
