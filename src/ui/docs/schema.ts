/** As much of a JSON schema as the reference reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Media {
  readonly schema?: Schema;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Record<string, unknown>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, Media>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

/** As much of an OpenAPI document as the reference reads. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** A route with its method, as the reference tells it. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

export const routesOf = ({ paths = {} }: ApiDescription): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** A route's place in the page. */
export const anchorOf = ({ method, path }: Route): string =>
  `${method}${path}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");

/** What a reference stands for; of alternatives the first that is not null. */
export function resolved(schema: Schema | undefined, api: ApiDescription): Schema {
  if (!schema) return {};
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return { ...resolved(api.components?.schemas?.[name], api), ...own(schema) };
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (choice) return { ...resolved(choice, api), ...own(schema) };
  const parts = schema.allOf?.map((part) => resolved(part, api)) ?? [];
  return parts.length === 0 ? schema : Object.assign({}, ...parts, own(schema));
}

const own = ({ description, example }: Schema): Schema => ({
  ...(description !== undefined && { description }),
  ...(example !== undefined && { example }),
});

const JSON_LINES = "application/x-ndjson";

export const bodyOf = ({ requestBody }: Operation, api: ApiDescription): Schema | undefined => {
  const schema = (requestBody?.content?.["application/json"] ?? requestBody?.content?.[JSON_LINES])?.schema;
  return schema && resolved(schema, api);
};

/** A body as it is sent: JSON, or one line of several. Undefined: nothing is sent. */
export interface ExampleBody {
  readonly type: string;
  readonly text: string;
}

export function exampleBody({ requestBody }: Operation, api: ApiDescription): ExampleBody | undefined {
  const isLines = requestBody?.content?.[JSON_LINES] !== undefined;
  const schema = bodyOf({ ...(requestBody && { requestBody }) }, api);
  if (!schema) return undefined;
  const value = exampleOf(schema, api) ?? {};
  return isLines
    ? { type: JSON_LINES, text: JSON.stringify(value) }
    : { type: "application/json", text: JSON.stringify(value, null, 2) };
}

const DEEPEST = 3;

/** A body to begin with: what is needed, and what has an example. */
export function exampleOf(given: Schema | undefined, api: ApiDescription, depth = 0): unknown {
  const schema = resolved(given, api);
  if (schema.example !== undefined) return schema.example;
  if (schema.properties && depth < DEEPEST) {
    const fields = Object.entries(schema.properties).flatMap(([name, field]) => {
      const value = exampleOf(field, api, depth + 1);
      const isNeeded = schema.required?.includes(name) ?? false;
      return value === undefined && !isNeeded
        ? []
        : [[name, value ?? plainOf(resolved(field, api))] as const];
    });
    // A part that is not asked for and cannot be made up would be refused.
    if (depth > 0 && fields.some(([, value]) => value === "")) return undefined;
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  }
  return undefined;
}

function plainOf({ enum: words, type, default: usual }: Schema): unknown {
  if (usual !== undefined) return usual;
  if (words) return words[0];
  const first = typeof type === "string" ? type : type?.[0];
  return { string: "", integer: 0, number: 0, boolean: true, array: [], object: {} }[first ?? "string"] ?? "";
}

/** What a field may hold, in a word. */
export function typeOf(given: Schema, api: ApiDescription): string {
  const schema = resolved(given, api);
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(" | ");
  if (schema.items) return `${typeOf(schema.items, api)}[]`;
  return [schema.type ?? "object"].flat().join(" | ");
}
