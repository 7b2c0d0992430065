import type { Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { App, AppContext } from "../../context.ts";
import { secondsToReset } from "../../contract/plan.ts";
import { hostsOf } from "../../contract/policy.ts";
import type { Problem } from "../../contract/problem.ts";
import { ownPage } from "../../contract/thread.ts";
import { mayAskErasure } from "../../service/rate.ts";
import { askForErasure, eraseBy, erasureBy } from "../../service/readers.ts";
import { readForm } from "../form/form-fields.ts";
import { RETRY_AFTER, RETRY_SOON } from "../form/form-routes.tsx";
import { wantsJson } from "../guards.ts";
import { languageOf, messagesOf } from "../messages/language.ts";
import type { Messages } from "../messages/messages.ts";
import { render } from "../parts/render.tsx";
import { AskPage, DonePage, ErasePage, GonePage } from "./reader-pages.tsx";

/** How somebody who left comments on a blog's pages has herself erased: she asks, and proves by her mailbox that it is she. */
export function erasureRoutes(app: Hono<App>): void {
  app.get("/f/:site/erase", (c) =>
    render(c, <ErasePage action={c.req.path} site={c.var.record.settings.name} />),
  );

  app.post("/f/:site/erase", async (c) => {
    const { services, record } = c.var;
    const form = await readForm(c.req.raw);
    const email = form?.one("email");
    if (!form || email === undefined) return refused(c, "address");
    const ip = c.req.header("cf-connecting-ip");
    if (!(await mayAskErasure(services, record.id, ip ?? "local"))) return refused(c, "often", email);
    const fault = await askForErasure(services, record, { email, ip, language: languageOf(c) });
    if (fault !== undefined) return refused(c, fault, email);
    return asked(c, ownPage(form.one("post") ?? "", hostsOf(record.settings)));
  });

  app.get("/erase/:token", async (c) => {
    const found = await erasureBy(c.var.services, c.req.param("token"));
    if (!found) return render(c, <GonePage />, 410);
    const { eraseTitle, eraseCount, erase } = messagesOf(c).readers;
    return render(
      c,
      <AskPage title={eraseTitle(found.site)} text={eraseCount(found.comments)} button={erase} danger />,
    );
  });

  app.post("/erase/:token", async (c) => {
    const erased = await eraseBy(c.var.services, c.req.param("token"));
    if (!erased) return render(c, <GonePage />, 410);
    const { readers, privacy } = messagesOf(c);
    const isMore = erased.remains.some(({ what }) => what === "comments");
    const text = isMore ? readers.eraseAgain : readers.erasedHint;
    return render(c, <DonePage title={privacy.erased(erased.comments, erased.inbox)} text={text} />);
  });
}

/** The same answer, whether or not anything is kept of the address. */
function asked(c: AppContext, page: URL | undefined): Response | Promise<Response> {
  if (wantsJson(c)) return c.json({ status: "asked" }, 202);
  if (page) {
    page.hash = "hamlet-asked";
    return c.redirect(page.href, 303);
  }
  const { eraseAsked, eraseAskedHint } = messagesOf(c).readers;
  return render(c, <DonePage title={eraseAsked} text={eraseAskedHint} />, 202);
}

type Fault = keyof Messages["readers"]["faults"];

/** How it is told why nobody was asked. */
const statuses = {
  address: 422,
  often: 429,
  network: 429,
  site: 429,
  unavailable: 503,
} as const satisfies Record<Fault, ContentfulStatusCode>;

function refused(c: AppContext, fault: Fault, email = ""): Response | Promise<Response> {
  const status = statuses[fault];
  const { faults, eraseTitle } = messagesOf(c).readers;
  const { name } = c.var.record.settings;
  const detail = faults[fault];
  const tomorrow = fault === "network" || fault === "site";
  if (tomorrow) c.header("retry-after", String(secondsToReset(Date.now())));
  else if (status !== 422) c.header("retry-after", String(status === 429 ? RETRY_AFTER : RETRY_SOON));
  if (!wantsJson(c))
    return render(c, <ErasePage action={c.req.path} site={name} email={email} fault={detail} />, status);
  const problem: Problem = {
    type: "about:blank",
    title: eraseTitle(name),
    status,
    detail,
    ...(fault === "address" && { errors: [{ pointer: "#/email", detail }] }),
  };
  return c.body(JSON.stringify(problem), status, { "content-type": "application/problem+json" });
}
