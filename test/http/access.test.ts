import { reset } from "cloudflare:test";
import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { app } from "../../src/app.ts";
import type { App } from "../../src/context.ts";
import { mountGuards } from "../../src/http/guards/guard.ts";
import { access, type Caller } from "../../src/routes.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, doubtful, submit } from "../site/blog.ts";

/** Everybody who may come, by what she brings. */
const callers = [
  "nobody",
  "moderator of the site",
  "moderator of another",
  "owner of the site",
  "owner of all",
  "somebody by the owner's token",
  "owner's token",
  "the site's key",
  "another site's key",
  "Akismet key",
  "metrics token",
] as const;

type Who = (typeof callers)[number];

/** Who is signed in, each with a session. */
const signedIn = [
  "moderator of the site",
  "moderator of another",
  "owner of the site",
  "owner of all",
  "somebody by the owner's token",
] as const satisfies readonly Who[];
const ownersOfAll = ["owner of all", "somebody by the owner's token"] as const;
const ownersOfSite = ["owner of the site", ...ownersOfAll] as const;
const roles: Readonly<Partial<Record<Who, Record<string, string>>>> = {
  "moderator of the site": { demo: "moderator" },
  "moderator of another": { other: "moderator" },
  "owner of the site": { demo: "owner" },
  "owner of all": { "*": "owner" },
};

const allowed: Readonly<Record<Caller, readonly Who[]>> = {
  anybody: callers,
  reader: callers,
  "blog's page": callers,
  system: [],
  telegram: [],
  "site key": ["the site's key"],
  "site key or signature": ["the site's key"],
  "Akismet key": ["Akismet key"],
  "API: owner(site)": ["owner's token", ...ownersOfSite],
  "API: owner(site), proved": ["owner's token", ...ownersOfSite],
  "API: owner(site) or site key": ["owner's token", ...ownersOfSite, "the site's key"],
  "API: owner(site), proved, or site key": ["owner's token", ...ownersOfSite, "the site's key"],
  "API: owner(all)": ["owner's token", ...ownersOfAll],
  "API: owner(all), proved": ["owner's token", ...ownersOfAll],
  "API: owner(people)": ["owner's token", ...ownersOfAll],
  "API: owner(people), proved": ["owner's token", ...ownersOfAll],
  "one-time code": callers,
  "signed link": callers,
  "one-click link": callers,
  invitation: callers,
  "metrics token": ["owner's token", "metrics token"],
  "signed in": signedIn,
  "signed in, proved": signedIn,
  "moderator(site)": ["moderator of the site", ...ownersOfSite],
  "owner(site)": ownersOfSite,
  "owner(site), proved": ownersOfSite,
  "owner(all)": ownersOfAll,
  "owner(all), proved": ownersOfAll,
  "owner(people)": ownersOfAll,
  "owner(people), proved": ownersOfAll,
};

let keys: Partial<Record<Who, string>>;
interface Session {
  readonly cookie: string;
  readonly csrf: string;
}
let sessions: Partial<Record<Who, Session>>;
/** Somebody whom the routes about people may be about. */
let another: string;

const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" };

const cookieOf = ({ headers }: { headers: Headers }) => (headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** A cookie, and the token that its forms bring. */
async function sessionOf(cookie: string): Promise<Session> {
  const page = await call<string>("GET", "/account", { headers: { cookie } });
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "" };
}

/** Adds somebody with these roles, by the API; answers her id. */
async function add(name: string, given: Record<string, string>): Promise<string> {
  const body = { name, roles: given };
  return (await call<{ id: string }>("POST", "/v1/people", { key: ADMIN_TOKEN, body })).body.id;
}

/** Has somebody come by her invitation. */
async function comes(id: string): Promise<Session> {
  const made = await call<{ link: string }>("POST", `/v1/people/${id}/invitation`, { key: ADMIN_TOKEN });
  const path = new URL(made.body.link).pathname;
  return sessionOf(cookieOf(await call("POST", path, { body: "", headers: form })));
}

async function signIn(): Promise<Session> {
  const body = new URLSearchParams({ token: ADMIN_TOKEN, name: "Mo" }).toString();
  return sessionOf(cookieOf(await call("POST", "/login", { body, headers: form })));
}

async function prepare(): Promise<void> {
  await reset();
  await demoSite();
  await submit({ id: "c1", ...doubtful });
  await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { personsByKey: true } });
  await call("POST", "/v1/sites/demo/history-key", { key: ADMIN_TOKEN });
  const other = await call<{ key: string }>("POST", "/v1/sites", { key: ADMIN_TOKEN, body: { id: "other" } });
  const akismet = await call<{ key: string }>("POST", "/v1/sites/demo/keys", {
    key: ADMIN_TOKEN,
    body: { scope: "akismet" },
  });
  keys = {
    "owner's token": ADMIN_TOKEN,
    "the site's key": DEMO_KEY,
    "another site's key": other.body.key,
    "Akismet key": akismet.body.key,
    "metrics token": "test-metrics-token",
  };
  sessions = { "somebody by the owner's token": await signIn() };
  for (const [who, given] of Object.entries(roles)) sessions[who as Who] = await comes(await add(who, given));
  another = await add("Vic", { demo: "moderator" });
}

const places: Readonly<Record<string, string>> = {
  batch: ":batch",
  site: "demo",
  id: "c1",
  n: "1",
  token: "made-up",
  source: "wordpress",
  bot: "1",
};

/** Calls a route as somebody; answers whether she was let in. */
async function isLetIn(route: string, who: Who): Promise<boolean> {
  const [method, pattern] = route.split(" ") as [string, string];
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    name === "person" ? another : (places[name] ?? ""),
  );
  const key = keys[who];
  if (/^\/1\.[12]\//.test(path)) {
    const query = new URLSearchParams({
      api_key: key ?? "",
      key: key ?? "",
      blog: "https://blog.example",
      user_ip: "192.0.2.1",
    });
    const { body } = await call<string>(method, `${path}?${query}`, {
      ...(method === "POST" && { body: "", headers: form }),
    });
    return body !== "invalid";
  }
  const isPage = !path.startsWith("/v1/");
  const own = sessions[who];
  const body = isPage ? `csrf=${own?.csrf ?? ""}` : "{}";
  const {
    status,
    headers,
    body: answer,
  } = await call<string | { detail?: string }>(method, path, {
    ...(key && { key }),
    ...(method !== "GET" && { body }),
    headers: {
      ...(isPage && method !== "GET" && form),
      ...(own && { cookie: own.cookie, "x-csrf-token": own.csrf }),
    },
  });
  if (typeof answer === "object" && answer.detail === "There is nothing at this address.")
    throw new Error(`nobody answers at ${route}`);
  const sentToLogin = headers.get("location")?.startsWith("/login?") ?? false;
  // Signing in has its own secret: a wrong one is told so.
  if (path.startsWith("/login")) return status !== 403;
  return status !== 401 && status !== 403 && !sentToLogin;
}

/** Routes that take away what the next one needs: a session, a key, the site. */
const TAKES_AWAY = /^DELETE|logout|keys|restore|delete$|revoke|remove$|end$/;
/** Routes that end everybody's session. */
const ENDS_ALL = /everywhere$|\/v1\/sessions$/;

const routes = [
  ...new Set(
    app.routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`),
  ),
];

describe("the table of routes", () => {
  it("has every route, and none that is not there", () => {
    expect(Object.keys(access).sort()).toEqual(routes.sort());
  });
});

describe("a route that is in no table", () => {
  it("is not there, whatever answers it", async () => {
    const small = new Hono<App>();
    mountGuards(small, { anybody: ["GET /listed"] }, { anybody: { middleware: [] } });
    small.get("/listed", (c) => c.text("here"));
    small.get("/forgotten", (c) => c.text("here"));
    small.post("/listed", (c) => c.text("here"));
    const statuses = await Promise.all([
      small.request("/listed"),
      small.request("/forgotten"),
      small.request("/listed", { method: "POST" }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([200, 404, 404]);
  });
});

describe("who is let in", () => {
  beforeAll(prepare);
  it.each(Object.entries(access))("%s: %s", async (route, caller) => {
    const order = [...callers].sort(
      (a, b) => Number(allowed[caller].includes(a)) - Number(allowed[caller].includes(b)),
    );
    const letIn: Partial<Record<Who, boolean>> = {};
    for (const who of order) {
      letIn[who] = await isLetIn(route, who);
      if (letIn[who] && ENDS_ALL.test(route)) await prepare();
    }
    if (TAKES_AWAY.test(route)) await prepare();
    expect(letIn).toEqual(Object.fromEntries(callers.map((who) => [who, allowed[caller].includes(who)])));
  });
});
