/** The text that clients compare with: no newline, always 200, the type in these very letters. */
export function answer(body: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(body, {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...headers },
  });
}

export const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), {
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });

/**
 * A refusal says why: without this header some clients take any word but "false" for spam. It stands on
 * nothing else.
 */
const refused = (body: string, why: string): Response =>
  answer(body, { "x-akismet-debug-help": headerText(why) });

export const invalid = (why: string): Response => refused("invalid", why);

export const missingField = (name: string): Response =>
  refused(`Missing required field: ${name}.`, `Empty "${name}" value`);

/** The answer with the id of its comment: WordPress ties the two together by it, whatever the answer is. */
export function withGuid(response: Response, guid: string): Response {
  response.headers.set("x-akismet-guid", guid);
  return response;
}

/** Nothing was stored, so nothing is acknowledged: clients hold the comment, or try again. */
export const unavailable = (status: 429 | 503, why: string, seconds: number): Response =>
  new Response("unavailable", {
    status,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "retry-after": String(seconds),
      "x-akismet-debug-help": headerText(why),
    },
  });

/** A header's value: printable ASCII, short. */
export const headerText = (text: string): string =>
  text
    .replace(/[^\x20-\x7e]+/g, " ")
    .trim()
    .slice(0, 200);
