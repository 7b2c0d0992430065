import { MAX_FIELDS, type RawField, TooManyFields } from "./raw-field.ts";

const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;
/** An escape takes so many bytes. */
const ESCAPED = 3;
/** Bytes that are read at a time: what is not of ASCII takes longer. */
const PIECE = 16 * 1024;
/** Bytes that a form may have whose letters are not all of ASCII: only escapes triple a text. */
const MAX_UNESCAPED = 192 * 1024;

/**
 * The fields of application/x-www-form-urlencoded, found in one pass. What is no escape stands for itself, as
 * browsers read it. Throws TooManyFields; an empty field counts as one.
 */
export function readUrlencoded(bytes: Uint8Array): RawField[] {
  const next = finderOf(bytes);
  const ends = endsOf(bytes.length, next);
  const fields: RawField[] = [];
  let from = 0;
  let equals = -1;
  for (const end of ends) {
    if (equals < from) equals = next("=", from);
    if (end > from) fields.push(new UrlencodedField(bytes, from, Math.min(equals, end), end));
    from = end + 1;
  }
  return fields;
}

/** Throws TooManyFields where the beginning of a form has too many by itself. */
export const countFields = (beginning: Uint8Array): void =>
  void endsOf(beginning.length, finderOf(beginning));

/** Where the fields end. */
function endsOf(length: number, next: Finder): number[] {
  const ends: number[] = [];
  for (let from = 0; from <= length; from = (ends.at(-1) as number) + 1) {
    if (ends.length === MAX_FIELDS) throw new TooManyFields(MAX_FIELDS);
    ends.push(next("&", from));
  }
  return ends;
}

/** Where a character of ASCII stands next; the length of all: nowhere. */
type Finder = (character: string, from: number) => number;

/**
 * Texts are searched in a tenth of the time that bytes are, so that bytes are read as texts of one character for each: a piece at a
 * time, no further than is asked for, and only as far as no character takes several.
 */
function finderOf(bytes: Uint8Array): Finder {
  const pieces: string[] = [];
  let even = bytes.length;
  const read = (start: number): string => {
    const piece = bytes.subarray(start, start + PIECE);
    const text = utf8.decode(piece);
    if (text.length === piece.length) return text;
    if (bytes.length > MAX_UNESCAPED) throw new TooManyFields(MAX_UNESCAPED, "bytes unless all is escaped");
    even = start;
    return "";
  };
  return (character, from) => {
    let at = from;
    while (at < even) {
      const n = Math.floor(at / PIECE);
      pieces[n] ??= read(n * PIECE);
      const found = pieces[n].indexOf(character, at - n * PIECE);
      if (found >= 0) return n * PIECE + found;
      if (n * PIECE < even) at = (n + 1) * PIECE;
    }
    const found = bytes.indexOf(character.charCodeAt(0), at);
    return found < 0 ? bytes.length : found;
  };
}

class UrlencodedField implements RawField {
  constructor(
    private readonly bytes: Uint8Array,
    private readonly from: number,
    private readonly equals: number,
    private readonly end: number,
  ) {}

  get valueLength(): number {
    return Math.max(0, this.end - this.equals - 1);
  }

  isNamed(name: string): boolean {
    const { bytes, from, equals } = this;
    let at = from;
    for (let i = 0; i < name.length; i++) {
      if (at >= equals || byteAt(bytes, at) !== name.charCodeAt(i)) return false;
      at += isEscape(bytes, at) ? ESCAPED : 1;
    }
    return at === equals;
  }

  name(): string {
    return utf8.decode(unescaped(this.bytes.subarray(this.from, this.equals)));
  }

  value(): Uint8Array {
    return unescaped(this.bytes.subarray(Math.min(this.equals + 1, this.end), this.end));
  }
}

function unescaped(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += isEscape(bytes, at) ? ESCAPED : 1)
    plain[length++] = byteAt(bytes, at);
  return plain.subarray(0, length);
}

const isEscape = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === PERCENT && digit(bytes[at + 1]) >= 0 && digit(bytes[at + 2]) >= 0;

/** The byte that stands at a place, or is escaped there. */
function byteAt(bytes: Uint8Array, at: number): number {
  if (isEscape(bytes, at)) return digit(bytes[at + 1]) * 16 + digit(bytes[at + 2]);
  return bytes[at] === PLUS ? SPACE : (bytes[at] as number);
}

/** A hexadecimal digit's value; -1: it is none. */
function digit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

const utf8 = new TextDecoder();
const strict = new TextDecoder("utf-8", { fatal: true });

/**
 * Bytes as text. UTF-8 wherever they are UTF-8, whatever is declared: clients declare wrongly, and other
 * encodings look like UTF-8 hardly ever. Else as declared; undeclared as Windows-1252, which Latin-1 is part
 * of.
 */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return strict.decode(bytes);
  } catch {
    return decoderOf(charset ?? "windows-1252").decode(bytes);
  }
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.trim());
  } catch {
    return utf8;
  }
}
