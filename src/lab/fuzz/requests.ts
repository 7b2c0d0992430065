import fc from "fast-check";
import { access } from "../../routes.ts";
import { nasty } from "./nasty.ts";

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly who: "nobody" | "key" | "owner" | "session";
  readonly type: string;
  readonly body: string;
}

const strings = fc.oneof(
  fc.constantFrom(...Object.values(nasty)),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("demo", "c1", "1", "-1", "0", "x".repeat(5000), "%00", "%ff", "..", "h-1~2"),
);
const inUrl = strings.map((text) =>
  encodeURIComponent(text.slice(0, 3000).replace(/\p{Surrogate}/gu, "\ufffd")),
);
const parameters = fc.constantFrom(
  ..."cursor limit since status sort site q next to saved language page from until day days author domain api_key blog user_ip comment_content format".split(
    " ",
  ),
);
const query = fc
  .array(fc.tuple(parameters, inUrl), { maxLength: 4 })
  .map((pairs) =>
    pairs.length === 0 ? "" : `?${pairs.map(([name, value]) => `${name}=${value}`).join("&")}`,
  );

/** Values of any kind where a field of the contract is expected. */
const value = fc.oneof(
  strings,
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, true, -1, 1e308, [], {}),
);
const fields = (...names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
const object = fc.record(
  {
    id: value,
    content: strings,
    type: value,
    format: fc.constantFrom("text", "html", "markdown", "rtf"),
    post: fields("url", "title", "excerpt", "publishedAt"),
    author: fields("name", "email", "url", "ip", "role", "browser"),
    form: fields("honeypot", "elapsed", "shownAt"),
    parent: fields("id", "content"),
    test: fc.boolean(),
    decision: fc.constantFrom("approve", "spam", "discard", "undo", "burn"),
    revision: value,
    because: value,
    by: value,
    name: value,
    url: value,
    hosts: value,
    setting: value,
    retention: value,
    webhook: value,
    scope: value,
    email: value,
    step: fc.constantFrom("rows", "begin", "finish", "leap"),
    table: value,
    columns: value,
    rows: value,
    recheckReason: value,
  },
  { requiredKeys: [] },
);
const deep = fc.constant(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
const bodies: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  { weight: 6, arbitrary: object.map((one) => ["application/json", JSON.stringify(one)] as const) },
  { weight: 1, arbitrary: fc.json().map((text) => ["application/json", text] as const) },
  { weight: 1, arbitrary: strings.map((text) => ["application/json; charset=x", text] as const) },
  {
    weight: 4,
    arbitrary: fc
      .array(fc.tuple(parameters, inUrl), { maxLength: 8 })
      .map(
        (pairs) =>
          ["application/x-www-form-urlencoded", pairs.map((pair) => pair.join("=")).join("&")] as const,
      ),
  },
  {
    weight: 1,
    arbitrary: strings.map((text) => ["multipart/form-data; boundary=x", `--x\r\n${text}`] as const),
  },
  { weight: 1, arbitrary: deep.map((text) => ["application/json", text] as const) },
  { weight: 1, arbitrary: fc.constant(["application/json", "x".repeat(300_000)] as const) },
  { weight: 1, arbitrary: fc.constantFrom(["", ""] as const, ["text/plain", "{}"] as const) },
);

/** Hostile requests to one route. What would take the site itself away is asked by nobody only. */
export function requestsTo(route: string, count: number, seed: number): FuzzRequest[] {
  const [method, pattern] = route.split(" ") as [string, string];
  const deadly = /^DELETE \/v1\/s[^:]*(:site)?$|delete$|restore|everywhere|logout|revoke|keys/.test(route);
  const place = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("demo", "c1") },
    { weight: 2, arbitrary: inUrl },
  );
  const one = fc.record({
    places: fc.array(place, { minLength: 3, maxLength: 3 }),
    query,
    who: deadly
      ? fc.constant("nobody" as const)
      : fc.constantFrom("nobody" as const, "key" as const, "owner" as const, "session" as const),
    body: bodies,
  });
  return fc.sample(one, { numRuns: count, seed }).map(({ places, query: asked, who, body: [type, body] }) => {
    let n = 0;
    const path = pattern.replace(
      /:\w+/g,
      (name) =>
        (name === ":site" && n++ === 0
          ? places[0] === "c1"
            ? "demo"
            : places[0]
          : places[++n % 3]) as string,
    );
    return { method, path: path + asked, who, type, body };
  });
}

export const routes: readonly string[] = Object.keys(access);
