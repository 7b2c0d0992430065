import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AppContext } from "../../context.ts";
import type { Told } from "../../contract/form.ts";
import type { Problem } from "../../contract/problem.ts";
import { wantsJson } from "../guards.ts";
import { messagesOf } from "../messages/language.ts";
import type { FieldError } from "../parts/field-errors.tsx";
import { render } from "../parts/render.tsx";
import type { Typed } from "./form-fields.ts";
import { type Fault, NotSent } from "./not-sent.tsx";

/** What a failure is answered with. */
interface Failure {
  readonly typed?: Typed;
  /** The page that the form stands on, where it can be led back to. */
  readonly page?: URL;
  readonly errors?: readonly FieldError[];
  /** Seconds. */
  readonly retryAfter?: number;
}

/** Says why a comment was not taken, to a person on a page that gives her text back, or to a script. */
export function failed(
  c: AppContext,
  status: ContentfulStatusCode,
  fault: Fault,
  { typed = {}, page, errors = [], retryAfter }: Failure = {},
): Response | Promise<Response> {
  if (retryAfter !== undefined) c.header("retry-after", String(retryAfter));
  const { form } = messagesOf(c);
  if (!wantsJson(c))
    return render(
      c,
      <NotSent site={c.req.param("site") ?? ""} fault={fault} typed={typed} page={page} errors={errors} />,
      status,
    );
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
export function answered(c: AppContext, page: URL, id: string, told: Told): Response {
  if (wantsJson(c)) return c.json({ id, status: told }, 201);
  const back = new URL(page);
  back.hash = `hamlet-${told}`;
  return c.redirect(back.href, 303);
}
