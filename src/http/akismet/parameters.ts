import { boundaryOf, readMultipart } from "./multipart.ts";
import type { RawField } from "./raw-field.ts";
import { decodeText, readUrlencoded } from "./urlencoded.ts";

export type Place = "body" | "query";

type Field = RawField & { readonly place: Place };

/** A character takes so many bytes at most where it is escaped. */
const ESCAPED = 3;

/**
 * What a client sent, by name. Only what is asked for is ever read: clients post their whole environment
 * along.
 */
export class Parameters {
  readonly #fields: readonly Field[];
  readonly #declared: string | undefined;
  #read:
    | { readonly byName: Fields; readonly lists: Fields; readonly charset: string | undefined }
    | undefined;

  constructor(query: readonly RawField[], body: readonly RawField[], declared?: string) {
    this.#fields = [
      ...body.map((field) => ({ ...field, place: "body" as const })),
      ...query.map((field) => ({ ...field, place: "query" as const })),
    ];
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
    const named = this.#fields.filter(
      (field) => field.nameLength <= ESCAPED * name.length && field.name() === name,
    );
    const field = chosen(named);
    if (!field || field.valueLength > most) return undefined;
    const text = decodeText(field.value(), undefined).trim();
    return text === "" ? undefined : { text, place: field.place };
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
    const named = this.#fields.map((field) => ({ field, name: field.name() }));
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

type Fields = ReadonlyMap<string, readonly Field[]>;

function grouped(named: readonly { readonly field: Field; readonly name: string }[]): Fields {
  const groups = new Map<string, Field[]>();
  for (const { field, name } of named) {
    const group = groups.get(name);
    if (group) group.push(field);
    else groups.set(name, [field]);
  }
  return groups;
}

/** Of several fields of one name the first that is not empty. */
const chosen = (fields: readonly Field[] = []): Field | undefined =>
  fields.find((field) => field.valueLength > 0) ?? fields[0];

const encoder = new TextEncoder();

/**
 * The parameters of a request: urlencoded whatever its content type claims, multipart, or in the address.
 * Throws TooManyFields.
 */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = readUrlencoded(encoder.encode(new URL(request.url).search.slice(1)));
  const type = request.headers.get("content-type") ?? "";
  const declared = /charset="?([\w.:-]{1,40})/i.exec(type)?.[1];
  if (request.method === "GET" || request.method === "HEAD") return new Parameters(query, [], declared);
  return new Parameters(query, bodyFields(new Uint8Array(await request.arrayBuffer()), type), declared);
}

function bodyFields(bytes: Uint8Array, type: string): RawField[] {
  if (!/^multipart\/form-data/i.test(type)) return readUrlencoded(bytes);
  const boundary = boundaryOf(type);
  return boundary === undefined ? [] : readMultipart(bytes, boundary);
}
