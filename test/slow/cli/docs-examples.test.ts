import { spawn, spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { type ApiDescription, anchorOf, type Route, routesOf } from "../../../src/ui/docs/schema.ts";
import { api, aService, KEY, TOKEN } from "../../browser/session.ts";

/** What runs an example as it was pasted: from standard input, or as an argument where a shell would. */
const runners = {
  curl: { command: "sh", args: ["-s"], asks: ["curl", "--version"] },
  Node: { command: "node", args: ["--input-type=module", "-"], asks: ["node", "--version"] },
  PHP: { command: "php", args: [], asks: ["php", "--version"] },
  Python: { command: "python3", args: ["-"], asks: ["python3", "--version"] },
} as const;

type Language = keyof typeof runners;

const isThere = (language: Language): boolean => {
  const [command, ...args] = runners[language].asks;
  return spawnSync(command, args).status === 0;
};

/** What asks for something that an example cannot hold is refused, and says why: a code made just now, a webhook. */
const refused: Readonly<Record<string, RegExp>> = {
  "POST /v1/connect": /40[0-9]|422/,
  "POST /v1/sites": /409|422/,
  "POST /v1/sites/{site}/comments/{id}/replay": /409/,
  "POST /v1/sites/{site}/deliveries/replay": /409/,
};

let service: Service & { clean: () => Promise<void> };
let description: ApiDescription;
/** The examples of the page, by language and by the place of their route. */
const examples = new Map<string, string>();

const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

beforeAll(async () => {
  service = await aService();
  description = (await api(service.url, "", "GET", "/openapi.json")).body;
  const page = await (await fetch(`${service.url}/docs`)).text();
  for (const card of page.split('<section class="card" id="').slice(1)) {
    const [place = ""] = card.split('"', 1);
    for (const [, language, code = ""] of card.matchAll(
      /<summary>(\w+)<\/summary><pre class="raw block"[^>]*>(.*?)<\/pre>/gs,
    ))
      examples.set(`${language} ${place}`, unescaped(code));
  }
});
afterAll(() => service?.clean());

/** Which key a route wants, of the first way that opens it. */
function keyOf({ operation }: Route): string {
  const names = (operation.security ?? []).flatMap((scheme) => Object.keys(scheme));
  return names.includes("siteKey") ? KEY : TOKEN;
}

/** A site that holds everything: what every example speaks of. The first of them submits the comment. */
async function prepare(): Promise<void> {
  await api(service.url, TOKEN, "DELETE", "/v1/sites/demo");
  const site = { id: "demo", name: "Demo", url: "https://blog.example", hosts: ["blog.example"] };
  await api(service.url, TOKEN, "POST", "/v1/sites", {
    ...site,
    publishBelow: 0,
    rejectAbove: 1,
    personsByKey: true,
    sendReplies: true,
  });
}

/** Routes about comments and sites; people, backups and other systems need what no example can hold. */
const isPlain = ({ path }: Route) =>
  /^\/v1\/(?:connect|sites(?:\/\{site\}(?:\/(?:comments|decisions|deliveries|preview|integrity|bring-back|export|erasure)\b.*)?)?)$/.test(
    path,
  );

const SUBMIT = "POST /v1/sites/{site}/comments";

/** The comment is submitted first, and nothing is deleted before it was used. */
const rankOf = ({ method, path }: Route) =>
  `${method} ${path}` === SUBMIT ? 0 : method === "DELETE" || path.endsWith("/erasure") ? 2 : 1;

/** Runs an example and answers what it printed. */
function run(language: Language, route: Route): Promise<string> {
  const code = examples.get(`${language} ${anchorOf(route)}`) ?? "";
  const pasted = code.replaceAll("https://hamlet.example", service.url).replaceAll("YOUR_KEY", keyOf(route));
  const { command, args } = runners[language];
  const running = spawn(command, args);
  let printed = "";
  running.stdout.on("data", (data) => (printed += data));
  running.stderr.on("data", (data) => (printed += data));
  running.stdin.end(pasted);
  return new Promise((resolve) => running.on("close", () => resolve(printed)));
}

const fault = (printed: string) =>
  printed === "" || /"status":\s*[45]\d\d\b|^[45]\d\d |Error|Warning/.test(printed);

/** PHP waits until the connection is closed, which the service on this machine does after five seconds. */
const LONG = 600_000;

describe.each(Object.keys(runners) as Language[])("the examples of /docs in %s", (language) => {
  it.skipIf(!isThere(language))(
    "do what they say when they are pasted",
    async () => {
      const routes = routesOf(description).filter(isPlain);
      const ordered = [...routes].sort((a, b) => rankOf(a) - rankOf(b));
      const wrong: Record<string, string> = {};
      await prepare();
      for (const route of ordered) {
        const name = `${route.method} ${route.path}`;
        const printed = await run(language, route);
        const isExpected = refused[name]?.test(printed) ?? !fault(printed);
        if (!isExpected) wrong[name] = printed.slice(-300);
        if (rankOf(route) < 2) continue;
        await prepare();
        await run(language, ordered[0] as Route);
      }
      console.log(`${language}: ${ordered.length} examples pasted`);
      expect(wrong).toEqual({});
    },
    LONG,
  );
});
