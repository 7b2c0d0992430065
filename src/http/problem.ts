import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Problem } from "../contract/problem.ts";
import { log } from "../platform/log.ts";

const titles = {
  400: "Not JSON",
  401: "No valid key",
  403: "Not yours",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  414: "Address too long",
  415: "Unsupported media type",
  422: "Unacceptable input",
  429: "Too many requests",
  431: "Headers too large",
  500: "Internal error",
  503: "Unavailable",
} as const;

type ProblemStatus = keyof typeof titles;

type FieldErrors = NonNullable<Problem["errors"]>;

interface Details {
  readonly detail?: string;
  readonly errors?: FieldErrors;
  /** Seconds. */
  readonly retryAfter?: number;
  /** Members of this problem's own. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A failure as problem+json (RFC 9457). */
export function problemResponse(
  status: ProblemStatus,
  { detail, errors, retryAfter, more }: Details = {},
): Response {
  const body: Problem & Record<string, unknown> = {
    type: "about:blank",
    title: titles[status],
    status,
    ...(detail && { detail }),
    ...(errors && { errors }),
    ...more,
  };
  const headers = new Headers({ "content-type": "application/problem+json", "cache-control": "no-store" });
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="Hamlet"');
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  return new Response(JSON.stringify(body), { status, headers });
}

/** A failure to be thrown from anywhere below a handler. */
export function problem(status: ProblemStatus, details: Details = {}): HTTPException {
  return new HTTPException(status, { res: problemResponse(status, details) });
}

/**
 * The one place where a failure becomes an answer. What nobody foresaw is logged without the request's
 * content.
 */
export function onError(failure: Error, c: Context): Response {
  if (failure instanceof HTTPException) {
    if (failure.res) return failure.res;
    const status = failure.status in titles ? (failure.status as ProblemStatus) : 500;
    return problemResponse(status, { detail: failure.message });
  }
  log("error", "request failed", { method: c.req.method, route: c.req.routePath, failure });
  return problemResponse(500, {
    detail: "This is Hamlet's fault. Nothing was changed; send it again with the same id.",
  });
}
