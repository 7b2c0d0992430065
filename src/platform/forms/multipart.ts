import { nameIn, type Range } from "./disposition.ts";
import { hasMore } from "./has-more.ts";
import { MAX_PARTS, type RawField, TooManyFields } from "./raw-field.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const DASH = 0x2d;

/** Lines of all parts together: no comment of the longest that is read has so many. */
const MAX_LINES = 4_000;

/** Bytes of a part's header lines that are looked at. */
const MAX_HEAD = 1_024;

const encoder = new TextEncoder();
const utf8 = new TextDecoder();
/** A character for each byte. */
const latin = new TextDecoder("latin1");

/** The boundary that a multipart content type names; undefined: it names none that is allowed (RFC 2046, 5.1.1). */
export function boundaryOf(type: string): string | undefined {
  const match = /boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  return match?.[1] ?? match?.[2];
}

/**
 * The fields of multipart/form-data, found in one pass: texts only, no files. What is
 * no such form holds no field. Throws TooManyFields.
 */
export function readMultipart(bytes: Uint8Array, boundary: string): RawField[] {
  const needle = encoder.encode(`\n--${boundary}`);
  const find = finderOf(bytes, needle);
  const fields: RawField[] = [];
  let head: Head | undefined;
  // The line feed before the first line may be left out.
  let at = isAt(bytes, needle, 1, 0) ? -1 : find(0);
  for (let parts = 1; at !== undefined; parts++) {
    if (parts > MAX_PARTS + 1) throw new TooManyFields(MAX_PARTS);
    const end = bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
    if (head) fields.push(new MultipartField(bytes, head.name, head.value, Math.max(head.value, end)));
    const after = at + needle.length;
    if (bytes[after] === DASH && bytes[after + 1] === DASH) return fields;
    const from = bytes.indexOf(LINE_FEED, after) + 1;
    if (from === 0) break;
    head = headAt(bytes, needle, from);
    at = find((head?.value ?? from) - 1);
  }
  // Cut off, without the last boundary: browsers' readers refuse all of it.
  return [];
}

/**
 * Finds where a needle that begins with a line feed stands from a place on: by the searches that an engine has itself, which are
 * fast at once in an isolate that has only begun, and slow only where nearly every character is a line feed.
 */
function finderOf(bytes: Uint8Array, needle: Uint8Array): (from: number) => number | undefined {
  const text = latin.decode(bytes);
  if (hasMore("\n", MAX_LINES, text)) throw new TooManyFields(MAX_LINES, "lines");
  const wanted = latin.decode(needle);
  return (from) => {
    const at = text.indexOf(wanted, from);
    return at < 0 ? undefined : at;
  };
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
