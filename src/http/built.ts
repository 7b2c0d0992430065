import type { AppContext } from "../context.ts";
import { hash } from "../core/hash.ts";
import { remembers } from "../platform/isolate.ts";

/** Anybody may keep such a document for so long, seconds. */
const CACHED = 300;

/**
 * Answers with a document that changes with a deployment only: the build put it among the assets, an isolate reads it once, and it is
 * not sent again to whoever has it.
 */
export function built(name: string, type: string) {
  let read: { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string } | undefined;
  remembers(() => {
    read = undefined;
  });
  return async (c: AppContext): Promise<Response> => {
    read ??= await document(c, name);
    const { bytes, etag } = read;
    c.header("etag", etag);
    c.header("cache-control", `public, max-age=${CACHED}`);
    const known = (c.req.header("if-none-match") ?? "").slice(0, 1_000).split(/\s*,\s*/);
    const isKnown = known.some((tag) => tag.replace(/^W\//, "") === etag);
    return isKnown ? c.body(null, 304) : c.body(bytes, 200, { "content-type": type });
  };
}

async function document({ env, req }: AppContext, name: string) {
  const file = await env.ASSETS.fetch(new URL(`/${name}`, req.url));
  if (!file.ok) throw new Error(`${name} is not among the assets: the build did not run`);
  const text = await file.text();
  return {
    bytes: new TextEncoder().encode(text),
    etag: `"${hash(text).toString(36)}-${text.length.toString(36)}"`,
  };
}
