import { reset } from "cloudflare:test";
import { Hono } from "hono";
import { beforeAll, describe, expect, it } from "vitest";
import { access, app, type Caller } from "../../src/app.ts";
import type { App } from "../../src/context.ts";
import { mountGuards } from "../../src/http/guards/guard.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, doubtful, submit } from "../site/blog.ts";

/** Everybody who may come, by what she brings. */
const callers = [
  "nobody",
  "moderator",
  "owner",
  "the site's key",
  "another site's key",
  "Akismet key",
  "metrics token",
] as const;

type Who = (typeof callers)[number];

const allowed: Readonly<Record<Caller, readonly Who[]>> = {
  anybody: callers,
  reader: callers,
  system: [],
  "site key": ["the site's key"],
  "site key or signature": ["the site's key"],
  "Akismet key": ["Akismet key"],
  owner: ["owner", "moderator"],
  "owner or site key": ["owner", "moderator", "the site's key"],
  "one-time code": callers,
  "signed link": callers,
  "metrics token": ["owner", "metrics token"],
  moderator: ["moderator"],
};

let keys: Partial<Record<Who, string>>;
let session: { cookie: string; csrf: string };
let signedIn = 0;

const form = { "content-type": "application/x-www-form-urlencoded", origin: "https://hamlet.example" };

/** A moderator's cookie and the token that her forms bring. */
async function signIn(): Promise<{ cookie: string; csrf: string }> {
  const { headers } = await call("POST", "/login", {
    body: new URLSearchParams({ token: ADMIN_TOKEN, name: "Mo", next: "/sites" }).toString(),
    headers: { ...form, "cf-connecting-ip": `192.0.2.${signedIn++}` },
  });
  const cookie = (headers.get("set-cookie") ?? "").split(";")[0] as string;
  const page = await call<string>("GET", "/sites", { headers: { cookie } });
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "" };
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
    owner: ADMIN_TOKEN,
    "the site's key": DEMO_KEY,
    "another site's key": other.body.key,
    "Akismet key": akismet.body.key,
    "metrics token": "test-metrics-token",
  };
  session = await signIn();
}

const places: Readonly<Record<string, string>> = {
  site: "demo",
  id: "c1",
  n: "1",
  token: "made-up",
  source: "wordpress",
};

/** Calls a route as somebody; answers whether she was let in. */
async function isLetIn(route: string, who: Who): Promise<boolean> {
  const [method, pattern] = route.split(" ") as [string, string];
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => places[name] ?? "");
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
  const own = who === "moderator" ? session : undefined;
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
  return status !== 401 && status !== 403 && !sentToLogin;
}

/** Routes that take away what the next one needs: a session, a key, the site. */
const TAKES_AWAY = /^DELETE|logout|keys|restore|delete$|revoke/;

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
    for (const who of order) letIn[who] = await isLetIn(route, who);
    expect(letIn).toEqual(Object.fromEntries(callers.map((who) => [who, allowed[caller].includes(who)])));
    if (TAKES_AWAY.test(route)) await prepare();
  });
});
