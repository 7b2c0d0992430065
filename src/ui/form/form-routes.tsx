import type { Hono } from "hono";
import type { App, AppContext } from "../../context.ts";
import { toldAs } from "../../contract/form.ts";
import { secondsToReset } from "../../contract/plan.ts";
import { hostsOf } from "../../contract/policy.ts";
import { ownPage } from "../../contract/thread.ts";
import { originOf } from "../../platform/address.ts";
import type { Parameters } from "../../platform/forms/parameters.ts";
import { receiveForm, tokenFor } from "../../service/form.ts";
import { mayPost } from "../../service/rate.ts";
import { askForReplies } from "../../service/readers.ts";
import { challengeFor } from "../../service/work.ts";
import { languageOf } from "../messages/language.ts";
import { fieldErrors } from "../parts/field-errors.tsx";
import { answered, failed } from "./answers.ts";
import { givenBy, readForm, type Sender, type Typed, typedIn } from "./form-fields.ts";

/** Seconds after which a network over its limit may post again. */
export const RETRY_AFTER = 60;
/** The same while nothing can be stored. */
export const RETRY_SOON = 30;

/** The form on a blog's own pages: what they post, and the token that their script fetches. */
export function formRoutes(app: Hono<App>): void {
  app.get("/f/:site/token", async (c) => {
    const { services, record } = c.var;
    const work = record.settings.formProof?.kind === "work";
    return c.json({ token: await tokenFor(services, record), ...(work && { work }) });
  });

  app.get("/f/:site/challenge", async (c) => {
    const { services, record } = c.var;
    return record.settings.formProof?.kind === "work"
      ? c.json(await challengeFor(services, record))
      : failed(c, 404, "noChallenge");
  });

  app.post("/f/:site", async (c) => {
    const form = await readForm(c.req.raw);
    if (!form) return failed(c, 400, "unreadable");
    const typed = typedIn(form);
    const page = ownPage(typed.post ?? "", hostsOf(c.var.record.settings));
    if (!page) return failed(c, 422, "noPage", { typed });
    if ((typed.comment ?? "").trim() === "") return failed(c, 422, "empty", { typed, page });
    const address = c.req.header("cf-connecting-ip");
    if (!(await mayPost(c.var.services, c.var.record.id, address ?? "local")))
      return failed(c, 429, "tooMany", { typed, page, retryAfter: RETRY_AFTER });
    return take(c, form, page);
  });
}

async function take(c: AppContext, form: Parameters, page: URL): Promise<Response> {
  const { services, record } = c.var;
  const typed = typedIn(form);
  const given = givenBy(form, page.href, record.settings.markdown ? "markdown" : "text", senderOf(c));
  const proofs = { altcha: form.one("altcha"), turnstile: form.one("cf-turnstile-response") };
  const taken = await receiveForm(services, record, { given, token: typed.token, proofs });
  if ("issues" in taken)
    return failed(c, 422, "fields", { typed, page, errors: fieldErrors({ issues: taken.issues }) });
  if (taken.ok) {
    const { id, status } = taken.answer;
    if (typed.replies && status !== "spam" && status !== "discarded") await askFor(c, typed, page, id);
    return answered(c, page, { id, status: toldAs[status ?? "pending"], edit: taken.edit }, 201);
  }
  const { reason } = taken;
  if (reason === "deleted" || reason === "revoked") return failed(c, 404, "noForm");
  if (reason === "exhausted" || reason === "postponed")
    return failed(c, 429, "tomorrow", { typed, page, retryAfter: secondsToReset(Date.now()) });
  return failed(c, 503, "unstored", { typed, page, retryAfter: RETRY_SOON });
}

/** Whoever wrote a comment wants to be told of answers to it. */
const askFor = (c: AppContext, { email }: Typed, page: URL, comment: string): Promise<void> =>
  askForReplies(c.var.services, c.var.record, {
    email,
    page,
    comment,
    ip: c.req.header("cf-connecting-ip"),
    language: languageOf(c),
  });

/** Hamlet's own page, which gives a text back, is no place that a reader came from. */
function senderOf(c: AppContext): Sender {
  const referrer = c.req.header("referer");
  return {
    ip: c.req.header("cf-connecting-ip"),
    userAgent: c.req.header("user-agent"),
    referrer: referrer?.startsWith(`${originOf(c.req.url)}/`) ? undefined : referrer,
  };
}
