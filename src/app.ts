import { Hono } from "hono";
import { configuration } from "./env.ts";
import { akismet, keyHost } from "./http/akismet/routes.ts";
import { metrics } from "./http/metrics.ts";
import { onError, problemResponse } from "./http/problem.ts";
import { api, description } from "./http/v1/api.ts";
import { desk } from "./service/queue.ts";
import { type App, type AppContext, services } from "./service/services.ts";
import { sessions } from "./service/sessions.ts";
import { docs } from "./ui/docs/docs-page.tsx";
import { headers, pages } from "./ui/pages.tsx";

/** All routes. Who may call each stands in access.ts. */
export const app = new Hono<App>();

app.onError(onError);
app.notFound(() => problemResponse(404, { detail: "There is nothing at this address." }));
app.use(async (c, next) => {
  const configured = configuration(c.env);
  if (!configured.ok) {
    return problemResponse(503, {
      detail: `Hamlet does not run without its secrets: ${configured.faults.join("; ")}.`,
    });
  }
  const given = services(c.env, configured.secrets, c.executionCtx, new URL(c.req.url).origin);
  c.set("services", given);
  await next();
  c.executionCtx.waitUntil(given.tellCost());
  return undefined;
});
app.use(keyHost);
app.get("/health", (c) => c.json({ status: "ok" }));
app.get("/metrics", metrics);
app.route("/", akismet());
const served = api();
app.route("/", served);
app.get(
  "/docs",
  headers,
  docs(() => served.getOpenAPI31Document(description)),
);
app.route(
  "/",
  pages((c) => {
    const { services } = (c as AppContext).var;
    return {
      desk: desk(services),
      sessions: sessions(services),
      mayTry: async (address) => (await services.env.LOGIN_RATE.limit({ key: address })).success,
    };
  }),
);
