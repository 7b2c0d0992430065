import type { AppContext } from "../context.ts";
import { hash } from "../core/hash.ts";

/** Anybody may keep such a document for so long, seconds. */
const CACHED = 300;

/**
 * Answers with a document that changes with a deployment only: made once in an isolate, and not sent again to
 * whoever has it.
 */
export function madeOnce(type: string, make: () => string | Promise<string>) {
  let made: { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string } | undefined;
  return async (c: AppContext): Promise<Response> => {
    if (!made) {
      const text = await make();
      const etag = `"${hash(text).toString(36)}-${text.length.toString(36)}"`;
      made = { bytes: new TextEncoder().encode(text), etag };
    }
    c.header("etag", made.etag);
    c.header("cache-control", `public, max-age=${CACHED}`);
    const known = (c.req.header("if-none-match") ?? "").slice(0, 1_000).split(/\s*,\s*/);
    const isKnown = known.some((tag) => tag.replace(/^W\//, "") === made?.etag);
    return isKnown ? c.body(null, 304) : c.body(made.bytes, 200, { "content-type": type });
  };
}
