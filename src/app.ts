import { Hono } from "hono";
import type { App, AppContext } from "./context.ts";
import { configuration } from "./env.ts";
import { ownFile } from "./http/akismet/own-file.ts";
import { akismetRoutes } from "./http/akismet/routes.ts";
import { built } from "./http/built.ts";
import { akismetKey, keyHost } from "./http/guards/akismet-key.ts";
import { bearableHeaders } from "./http/guards/bearable-headers.ts";
import { code } from "./http/guards/code.ts";
import { type Guard, mountGuards } from "./http/guards/guard.ts";
import {
  metricsToken,
  ownerOfAll,
  ownerOfAllProved,
  ownerOfPeople,
  ownerOfPeopleProved,
  ownerOfSite,
  ownerOfSiteProved,
} from "./http/guards/owner.ts";
import { ownerOrSiteKey, ownerProvedOrSiteKey } from "./http/guards/owner-or-site-key.ts";
import { siteKey, siteKeyOrSignature } from "./http/guards/site-key.ts";
import { fromSystem } from "./http/guards/system.ts";
import { fromTelegram } from "./http/guards/telegram.ts";
import { metrics } from "./http/metrics.ts";
import { onError, problemResponse } from "./http/problem.ts";
import { QuickRouter } from "./http/router.ts";
import { telegramRoutes } from "./http/systems/telegram.ts";
import { api, description } from "./http/v1/api.ts";
import { originOf } from "./platform/address.ts";
import { access, type Caller, routes } from "./routes.ts";
import { services } from "./service/services.ts";
import { blogsPage } from "./ui/form/blogs-page.ts";
import { oneClick, reader } from "./ui/guards.ts";
import { missingPage, wantsPage } from "./ui/missing-page.tsx";
import { pages } from "./ui/pages.ts";
import { signedInPages } from "./ui/signed-in-pages.tsx";

const guards: Readonly<Record<Caller, Guard>> = {
  anybody: { middleware: [] },
  reader: { middleware: reader },
  "signed link": { middleware: reader },
  "one-click link": { middleware: oneClick },
  invitation: { middleware: reader },
  "blog's page": { middleware: blogsPage },
  "metrics token": metricsToken,
  "site key or signature": siteKeyOrSignature,
  system: fromSystem,
  telegram: fromTelegram,
  "site key": siteKey,
  "Akismet key": akismetKey,
  "one-time code": code,
  "API: owner(site)": ownerOfSite,
  "API: owner(site), proved": ownerOfSiteProved,
  "API: owner(all)": ownerOfAll,
  "API: owner(all), proved": ownerOfAllProved,
  "API: owner(people)": ownerOfPeople,
  "API: owner(people), proved": ownerOfPeopleProved,
  "API: owner(site) or site key": ownerOrSiteKey,
  "API: owner(site), proved, or site key": ownerProvedOrSiteKey,
  "signed in": { middleware: signedInPages.anybody },
  "signed in, proved": { middleware: signedInPages.anybodyProved },
  "moderator(site)": { middleware: signedInPages.moderator },
  "owner(site)": { middleware: signedInPages.owner },
  "owner(site), proved": { middleware: signedInPages.ownerProved },
  "owner(all)": { middleware: signedInPages.ownerOfAll },
  "owner(all), proved": { middleware: signedInPages.ownerOfAllProved },
  "owner(people)": { middleware: signedInPages.ownerOfPeople },
  "owner(people), proved": { middleware: signedInPages.ownerOfPeopleProved },
};

const NOTHING_HERE = "There is nothing at this address.";

export const app = new Hono<App>({ router: new QuickRouter() });

app.onError(onError);
app.notFound((c) => (wantsPage(c) ? missingPage(c) : problemResponse(404, { detail: NOTHING_HERE })));
app.use(bearableHeaders, prepare, keyHost);
mountGuards(app, routes, guards);
app.get("/health", (c) => c.json({ status: "ok" }));
app.get("/metrics", metrics);
app.get("/hamlet-akismet.zip", ownFile);
app.route("/", akismetRoutes());
app.route("/", telegramRoutes());
const served = api((route) => access[route] && guards[access[route]]);
/** The API's description, from the routes themselves. */
export const apiDocument = () => served.getOpenAPI31Document(description);
app.get("/openapi.json", built("api-description.json", "application/json"));
app.get("/docs", built("api-page.txt", "text/html; charset=utf-8"));
app.route("/", served);
app.route("/", pages());
// The pattern of all routes is made as the isolate starts, and no request waits for it.
app.router.match("GET", "/");

/** Gives a request its services; without its secrets Hamlet answers nothing. */
async function prepare(c: AppContext, next: () => Promise<void>): Promise<Response | undefined> {
  const configured = configuration(c.env);
  if (!configured.ok)
    return problemResponse(503, {
      detail: `Hamlet does not run without its secrets: ${configured.faults.join("; ")}.`,
    });
  const given = services(c.env, configured.secrets, c.executionCtx, originOf(c.req.url));
  c.set("services", given);
  await next();
  const told = given.tellCost();
  if (told) c.executionCtx.waitUntil(told);
  return undefined;
}
