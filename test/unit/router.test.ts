import { TrieRouter } from "hono/router/trie-router";
import { describe, expect, it } from "vitest";
import { app } from "../../src/app.ts";
import { QuickRouter } from "../../src/http/router.ts";

/** Every address as somebody would call it, and some that are nowhere or nearly somewhere. */
const calls = [
  ...app.routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => [method, path.replace(/:\w+(?:\{[^}]*\})?/g, "some-one")] as const),
  ...[
    "/",
    "/nothing",
    "/queue/a/b/c/d",
    "/sites/a/keys/b/c/d",
    "/queue//",
    "/v1/sites/a/comments/b/c",
  ].flatMap((path) => ["GET", "POST", "OPTIONS"].map((method) => [method, path] as const)),
];

describe("the router", () => {
  const { router } = app as unknown as { readonly router: QuickRouter<unknown> };

  it("tells almost all addresses apart by one pattern", () => {
    expect(router).toBeInstanceOf(QuickRouter);
    expect(router.quick.name).toBe("SmartRouter + RegExpRouter");
  });

  it("leads each request through what a search step by step finds, with the same names, in the same order", () => {
    const steps = new TrieRouter<unknown>();
    for (const { method, path, handler } of app.routes) steps.add(method, path, handler);
    const found = ([handlers, stash]: ReturnType<typeof router.match>) =>
      handlers.map(([handler, names]) => [
        Array.isArray(handler) ? handler[0] : handler,
        Object.fromEntries(
          Object.entries(names).map(([name, at]) => [name, typeof at === "number" ? stash?.[at] : at]),
        ),
      ]);
    for (const [method, path] of calls)
      expect([path, found(router.match(method, path))]).toEqual([path, found(steps.match(method, path))]);
  });
});
