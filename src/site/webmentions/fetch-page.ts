import { publicFault, secured } from "../../platform/address.ts";
import { TIME_LIMIT, within } from "../../platform/clock.ts";

export interface Means {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly allowLocal: boolean;
}

/** What came of a page elsewhere. */
export type Fetched =
  | { readonly html: string; readonly url: string }
  /** It is there no longer: 404 or 410. */
  | { readonly gone: true }
  /** Why not; `again`: it may be otherwise later. */
  | { readonly fault: string; readonly again: boolean };

/** So much of a page is read, bytes. */
const MOST_BYTES = 1_000_000;
const MOST_REDIRECTS = 5;

const never = (fault: string): Fetched => ({ fault, again: false });

/**
 * Fetches a page that a stranger named: nothing but https on public hosts, each redirect looked at like the first address, no
 * credentials, a megabyte at most, all within the time limit. Does not throw.
 */
export async function fetchPage(address: string, means: Means): Promise<Fetched> {
  const end = new AbortController();
  try {
    return await within(TIME_LIMIT, follow(address, means, end.signal));
  } catch (failure) {
    return { fault: failure instanceof Error ? failure.message : "no connection", again: true };
  } finally {
    end.abort();
  }
}

async function follow(address: string, { fetch, allowLocal }: Means, signal: AbortSignal): Promise<Fetched> {
  let url = secured(address, allowLocal);
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const fault = publicFault(url, allowLocal);
    if (fault !== undefined) return never(fault);
    const headers = { accept: "text/html", "user-agent": "Hamlet (Webmention)" };
    const response = await fetch(new Request(url, { redirect: "manual", headers, signal }));
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return pageOf(response, url);
    if (!URL.canParse(location, url)) return never("redirects to no address");
    url = secured(new URL(location, url).href, allowLocal);
  }
  return never("redirects too often");
}

async function pageOf(response: Response, url: string): Promise<Fetched> {
  const { status, headers } = response;
  if (status === 404 || status === 410) return { gone: true };
  if (status === 429 || status >= 500) return { fault: `answered ${status}`, again: true };
  if (!response.ok) return never(`answered ${status}`);
  const type = headers.get("content-type") ?? "";
  if (!/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return never("is no HTML");
  return { html: decoderOf(type).decode(await beginning(response)), url };
}

/** The page's own encoding, where the server tells it and there is one of that name. */
function decoderOf(type: string): TextDecoder {
  const label = /charset=["']?([\w:.-]+)/i.exec(type)?.[1];
  try {
    return new TextDecoder(label ?? "utf-8");
  } catch {
    return new TextDecoder();
  }
}

async function beginning(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  const bytes = new Uint8Array(MOST_BYTES);
  let length = 0;
  while (reader && length < MOST_BYTES) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, MOST_BYTES - length);
    bytes.set(part, length);
    length += part.length;
  }
  // Not waited for: an endless answer would keep it from ending.
  reader?.cancel().catch(() => undefined);
  return bytes.subarray(0, length);
}
