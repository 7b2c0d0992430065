import { log } from "./log.ts";

/** What can tell whether a value is as it should be; a schema of zod can. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A text that was stored as JSON, or why it cannot be read. Never tells a value. */
export function parseStored<T>(text: string, schema: Schema<T>): { value: T } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "no JSON" };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return { fault: issue ? `${issue.path.map(String).join(".")} ${issue.message}`.trim() : "unfit" };
}

/** The same; what cannot be read is named in the log, and undefined. `what`: where it stands. */
export function readStored<T>(text: string, schema: Schema<T>, what: string, site?: string): T | undefined {
  const read = parseStored(text, schema);
  if ("value" in read) return read.value;
  log("error", "stored value unreadable", { ...(site !== undefined && { site }), what, failure: read.fault });
  return undefined;
}
