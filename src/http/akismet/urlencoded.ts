import { MAX_FIELDS, type RawField, TooManyFields } from "./raw-field.ts";

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

/**
 * The fields of application/x-www-form-urlencoded, found in one pass. What is no escape stands for itself, as
 * browsers read it. Throws TooManyFields; an empty field counts as one.
 */
export function readUrlencoded(bytes: Uint8Array): RawField[] {
  const fields: RawField[] = [];
  let from = 0;
  let equals = -1;
  let pieces = 0;
  for (let at = 0; at <= bytes.length; at++) {
    const byte = at === bytes.length ? AMPERSAND : bytes[at];
    if (byte === EQUALS && equals < 0) equals = at;
    if (byte !== AMPERSAND) continue;
    if (++pieces > MAX_FIELDS) throw new TooManyFields();
    if (at > from) fields.push(field(bytes, from, equals < 0 ? at : equals, at));
    from = at + 1;
    equals = -1;
  }
  return fields;
}

const field = (bytes: Uint8Array, from: number, equals: number, end: number): RawField => ({
  nameLength: equals - from,
  valueLength: Math.max(0, end - equals - 1),
  name: () => utf8.decode(unescaped(bytes.subarray(from, equals))),
  value: () => unescaped(bytes.subarray(Math.min(equals + 1, end), end)),
});

function unescaped(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    const high = byte === PERCENT ? digit(bytes[at + 1]) : -1;
    const low = high < 0 ? -1 : digit(bytes[at + 2]);
    if (low >= 0) at += 2;
    plain[length++] = low >= 0 ? high * 16 + low : byte === PLUS ? SPACE : byte;
  }
  return plain.subarray(0, length);
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
