import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "../../context.ts";
import type { FormAnswer, OwnAnswer } from "../../contract/form.ts";
import type { Problem } from "../../contract/problem.ts";
import { wantsJson } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import type { FieldError } from "../parts/field-errors.tsx";
import type { Typed } from "./form-fields.ts";
import { type Fault, notSent } from "./not-sent.tsx";

/** What a failure is answered with. */
interface Failure {
  /** Undefined: there is nothing to be given back. */
  readonly typed?: Typed;
  /** The page that the form stands on, where it can be led back to. */
  readonly page?: URL | undefined;
  readonly errors?: readonly FieldError[];
  /** Seconds. */
  readonly retryAfter?: number | undefined;
}

/** Says why a comment was not taken, to a person on a page that gives her text back, or to a script. */
export function failed(
  c: AppContext,
  status: ContentfulStatusCode,
  fault: Fault,
  { typed, page, errors = [], retryAfter }: Failure = {},
): Response | Promise<Response> {
  if (retryAfter !== undefined) c.header("retry-after", String(retryAfter));
  const { form } = messagesOf(c);
  if (!wantsJson(c)) {
    return notSent(c, status, fault, typed && { action: c.req.path, typed, page, errors });
  }
  const problem: Problem = {
    type: "about:blank",
    title: form.notSent,
    status,
    detail: form.faults[fault],
    ...(errors.length > 0 && { errors: [...errors] }),
  };
  return c.body(JSON.stringify(problem), status, { "content-type": "application/problem+json" });
}

/** Says what became of a comment: to a script in JSON; else the reader is led back to the page, at the words for it. */
export function answered(
  c: AppContext,
  page: URL | undefined,
  answer: FormAnswer | OwnAnswer,
  status: 200 | 201,
): Response {
  if (page === undefined || wantsJson(c)) return c.json(answer, status);
  const back = new URL(page);
  back.hash = `hamlet-${answer.status}`;
  return c.redirect(back.href, 303);
}
