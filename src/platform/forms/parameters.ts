import { boundaryOf, readMultipart } from "./multipart.ts";
import type { RawField } from "./raw-field.ts";
import { decodeText, readUrlencoded } from "./urlencoded.ts";

export type Place = "body" | "query";

/**
 * What a client sent, by name. Only what is asked for is ever read: clients post their whole environment
 * along.
 */
export class Parameters {
  readonly #body: readonly RawField[];
  readonly #query: readonly RawField[];
  readonly #declared: string | undefined;
  #read:
    | { readonly byName: Fields; readonly lists: Fields; readonly charset: string | undefined }
    | undefined;

  constructor(query: readonly RawField[], body: readonly RawField[], declared?: string) {
    this.#query = query;
    this.#body = body;
    this.#declared = declared;
  }

  /** A value without the white space around it; undefined: not sent, or empty. */
  one(name: string): string | undefined {
    const text = this.raw(name)?.trim();
    return text === "" ? undefined : text;
  }

  /**
   * A value as it was sent, an empty one too; undefined: not sent. What the body says counts more than the
   * address.
   */
  raw(name: string): string | undefined {
    const { byName, charset } = this.#taken;
    const value = chosen(byName.get(name))?.value();
    return value && decodeText(value, charset);
  }

  /**
   * A short value of ASCII and where it stands, found without taking any other field apart: for what comes
   * before the key is known. Undefined: not sent, empty, or longer than `most` bytes as it was sent.
   */
  early(name: string, most: number): { readonly text: string; readonly place: Place } | undefined {
    const isNamed = (field: RawField) => field.isNamed(name);
    const inBody = this.#body.filter(isNamed);
    const field = chosen([...inBody, ...this.#query.filter(isNamed)]);
    if (!field || field.valueLength > most) return undefined;
    const text = asAscii(field.value()).trim();
    return text === "" ? undefined : { text, place: inBody.includes(field) ? "body" : "query" };
  }

  /** All values of a list, in the spellings `name`, `name[]` and `name[0]`. */
  list(name: string): string[] {
    const { lists, charset } = this.#taken;
    return (lists.get(name) ?? [])
      .map((field) => decodeText(field.value(), charset).trim())
      .filter((value) => value !== "");
  }

  /** All fields by their names, and by what stands before a bracket. */
  get #taken() {
    if (this.#read) return this.#read;
    const named = [...this.#body, ...this.#query].map((field) => ({ field, name: field.name() }));
    const byName = grouped(named);
    const lists = grouped(named.map(({ field, name }) => ({ field, name: name.split("[", 1)[0] ?? "" })));
    const said = (name: string) => {
      const value = chosen(byName.get(name))?.value();
      return (value && decodeText(value, this.#declared).trim()) || undefined;
    };
    const charset = said("blog_charset") ?? said("charset") ?? this.#declared;
    this.#read = { byName, lists, charset };
    return this.#read;
  }
}

/** Bytes each as a character: what is not ASCII is no part of a key. A decoder takes longer to set out. */
const asAscii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

type Fields = ReadonlyMap<string, readonly RawField[]>;

function grouped(named: readonly { readonly field: RawField; readonly name: string }[]): Fields {
  const groups = new Map<string, RawField[]>();
  for (const { field, name } of named) {
    const group = groups.get(name);
    if (group) group.push(field);
    else groups.set(name, [field]);
  }
  return groups;
}

/** Of several fields of one name the first that is not empty. */
const chosen = (fields: readonly RawField[] = []): RawField | undefined =>
  fields.find((field) => field.valueLength > 0) ?? fields[0];

const encoder = new TextEncoder();

/**
 * The parameters of what follows "?" in an address and of a body: urlencoded whatever its content type claims,
 * or multipart. Throws TooManyFields.
 */
export function parametersOf(search: string, body: Uint8Array, type: string): Parameters {
  const query = readUrlencoded(encoder.encode(search));
  const declared = /charset="?([\w.:-]{1,40})/i.exec(type)?.[1];
  return new Parameters(query, bodyFields(body, type), declared);
}

export const isMultipart = (type: string): boolean => /^multipart\/form-data/i.test(type);

function bodyFields(bytes: Uint8Array, type: string): RawField[] {
  if (!isMultipart(type)) return readUrlencoded(bytes);
  const boundary = boundaryOf(type);
  return boundary === undefined ? [] : readMultipart(bytes, boundary);
}
