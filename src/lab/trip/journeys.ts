import { fetchAlone, KEY, type Started, startWorker, TOKEN } from "../worker.ts";
import { RAN, type Ran } from "./ran.ts";

interface Journeys {
  /** A comment's POST until it is answered, which is when it is stored. */
  readonly stored: Ran;
  /** A held comment from its POST to the decision's delivery. */
  readonly whole: Ran;
  /** A decision by the API until it is answered. */
  readonly decision: Ran;
  /** A request with a site's key for a comment that is not there: what each call of a blog passes. */
  readonly bareCall: Ran;
  /** A page with nothing on it that a comment has to do with: what each page of a moderator passes. */
  readonly barePage: Ran;
}

/** The wait for what an alarm does: it comes after seconds, and a decision's grace is five. */
const LIMIT = 30_000;
const LOOK = 100;
/** What an answered request leaves to be done is done by then. */
const SETTLED = 1_000;
/** A page with nothing on it that a comment has to do with; and how often somebody looks at it on a trip, milliseconds. */
const BARE_PAGE = "/sites";
const AWAKE = 2_000;
const WEBHOOK = "https://blog.example/hamlet";

/** Sends comments through a counted Worker, and answers which files each journey passed. */
export async function journeys(script: string, folder: string): Promise<Journeys> {
  const delivered: string[] = [];
  const outboundService = async (request: Request) => {
    delivered.push(((await request.json()) as { data: { id: string } }).data.id);
    return new Response("taken");
  };
  const started = await startWorker(script, folder, { worker: { outboundService } });
  try {
    await makeSite(started);
    const cookie = await signIn(started);
    // What runs once only, when the objects and the page's parts wake, is on no comment's way.
    await wholeTrip(started, "first", cookie, delivered);
    const whole = await wholeTrip(started, "second", cookie, delivered);
    await bareOf(started);
    await post(started, "third");
    const stored = await ran(started);
    await waiting(started, "third");
    const bareCall = await bareOf(started);
    await api(started, KEY, "POST", "/v1/sites/demo/comments/third/decision", { decision: "approve" });
    const decision = await ran(started);
    const barePage = await bare(started, BARE_PAGE, { cookie });
    return { stored, whole, decision, bareCall, barePage };
  } finally {
    await started.server.dispose();
  }
}

/** What ran since it was asked last. */
async function ran({ url }: Started): Promise<Ran> {
  const { files, doors } = (await (await fetchAlone(`${url}/${RAN}`)).json()) as Record<keyof Ran, string[]>;
  return { files: new Set(files), doors: new Set(doors) };
}

/** Asks for what no comment has to do with, and answers what that passed. */
async function bare(started: Started, path: string, headers: Record<string, string>): Promise<Ran> {
  await ran(started);
  await (await fetchAlone(started.url + path, { headers })).arrayBuffer();
  return ran(started);
}

/** A call of the blog for what is not there: after it the copies of the site and its key are fresh, as on most calls. */
async function bareOf(started: Started): Promise<Ran> {
  const ask = () => bare(started, "/v1/sites/demo/comments/none", { authorization: `Bearer ${KEY}` });
  await ask();
  return ask();
}

async function wholeTrip(
  started: Started,
  id: string,
  cookie: string,
  delivered: readonly string[],
): Promise<Ran> {
  // Copies are fresh, as on most calls, however long the trip before took.
  await bareOf(started);
  const visits = setInterval(() => visit(started, cookie), AWAKE);
  try {
    await post(started, id);
    await waiting(started, id);
    await decideOnPage(started, id, cookie);
    await until(() => delivered.includes(id), `${id} was not delivered`);
    await pause(SETTLED);
  } finally {
    clearInterval(visits);
  }
  return ran(started);
}

/** Looks at the bare page: an object that nobody asked for ten seconds sleeps, and what it does as it wakes is on no comment's way. */
const visit = ({ url }: Started, cookie: string) =>
  fetchAlone(url + BARE_PAGE, { headers: { cookie } })
    .then((page) => page.arrayBuffer())
    .catch(() => undefined);

const post = (started: Started, id: string) =>
  api(started, KEY, "POST", "/v1/sites/demo/comments", {
    id,
    content: `Interesting, thanks for sharing. More on http://some-blog.example.net/${id}`,
    post: { url: "https://blog.example/tides", title: "Tides" },
    author: { name: `Kim ${id}`, email: `${id}@example.org`, ip: "203.0.113.9", userAgent: "Mozilla/5.0" },
  });

const waiting = ({ server }: Started, id: string) =>
  until(async () => {
    const kv = await server.getKVNamespace("QUEUE", "hamlet");
    return (await kv.list({ prefix: "queue/demo/" })).keys.some(({ name }) => name.endsWith(`~${id}`));
  }, `${id} is not in the approval queue`);

async function decideOnPage({ url }: Started, id: string, cookie: string): Promise<void> {
  const page = await (await fetchAlone(`${url}/queue`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  if (!page.includes(id)) throw new Error(`The queue page does not show ${id}.`);
  const body = new URLSearchParams({
    csrf,
    site: "demo",
    id,
    revision: "1",
    decision: "spam",
    back: "/queue",
  });
  const headers = { cookie, origin: url, accept: "application/json" };
  const response = await fetchAlone(`${url}/queue/decide`, { method: "POST", headers, body });
  if (response.status !== 200) throw new Error(`The page's decision: ${response.status}`);
}

async function makeSite(started: Started): Promise<void> {
  await api(started, TOKEN, "POST", "/v1/sites", {
    id: "demo",
    name: "Demo",
    url: "https://blog.example",
    hosts: ["blog.example"],
    publishBelow: 0,
    rejectAbove: 1,
    webhook: WEBHOOK,
  });
}

async function signIn({ url }: Started): Promise<string> {
  const body = new URLSearchParams({ token: TOKEN, name: "Anna", next: "/queue" });
  const headers = { origin: url };
  const response = await fetchAlone(`${url}/login`, { method: "POST", redirect: "manual", headers, body });
  return /hamlet_session=[^;]+/.exec(response.headers.get("set-cookie") ?? "")?.[0] ?? "";
}

async function api({ url }: Started, key: string, method: string, path: string, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const response = await fetchAlone(url + path, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  await response.arrayBuffer();
}

async function until(done: () => boolean | Promise<boolean>, fault: string): Promise<void> {
  for (const end = Date.now() + LIMIT; !(await done()); await pause(LOOK))
    if (Date.now() > end) throw new Error(fault);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
