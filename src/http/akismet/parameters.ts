import { decodeText, type RawField, readUrlencoded } from "./urlencoded.ts";

export type Place = "body" | "query";

/**
 * What a client sent, by name. Only what is asked for is ever read: clients post their whole environment
 * along.
 */
export class Parameters {
  readonly #fields: readonly (RawField & { readonly place: Place })[];
  readonly #charset: string | undefined;

  constructor(query: readonly RawField[], body: readonly RawField[], declared?: string) {
    this.#fields = [
      ...body.map((field) => ({ ...field, place: "body" as const })),
      ...query.map((field) => ({ ...field, place: "query" as const })),
    ];
    this.#charset = this.one("blog_charset") ?? this.one("charset") ?? declared;
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
    const field = this.#field(name);
    return field && decodeText(field.value, this.#charset);
  }

  /** Where a value stands; undefined: it was not sent. */
  place(name: string): Place | undefined {
    return this.#field(name)?.place;
  }

  /** All values of a list, in the spellings `name`, `name[]` and `name[0]`. */
  list(name: string): string[] {
    return this.#fields
      .filter((field) => field.name === name || field.name.startsWith(`${name}[`))
      .map((field) => decodeText(field.value, this.#charset).trim())
      .filter((value) => value !== "");
  }

  #field(name: string) {
    return (
      this.#fields.find((field) => field.name === name && field.value.length > 0) ??
      this.#fields.find((field) => field.name === name)
    );
  }
}

const encoder = new TextEncoder();

/** The parameters of a request: urlencoded whatever its content type claims, multipart, or in the address. */
export async function readParameters(request: Request): Promise<Parameters> {
  const query = readUrlencoded(encoder.encode(new URL(request.url).search.slice(1)));
  const type = request.headers.get("content-type") ?? "";
  const declared = /charset="?([\w.:-]{1,40})/i.exec(type)?.[1];
  if (request.method === "GET" || request.method === "HEAD") return new Parameters(query, [], declared);
  const body = /^multipart\/form-data/i.test(type)
    ? await readMultipart(request)
    : readUrlencoded(new Uint8Array(await request.arrayBuffer()));
  return new Parameters(query, body, declared);
}

/** Texts only. A body that is no multipart form holds no field. */
async function readMultipart(request: Request): Promise<RawField[]> {
  const form = await request.formData().catch(() => new FormData());
  return [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [{ name, value: encoder.encode(value) }] : [],
  );
}
