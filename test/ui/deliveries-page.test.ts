import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SECOND } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, decide, demoSite, doubtful, pass, submit } from "../site/blog.ts";

let anna: Awaited<ReturnType<typeof signIn>>;

const textOf = (html: string) => html.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
const page = async () => textOf((await anna.get("/sites/demo/deliveries")).body);
const change = (body: object) => call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body });

beforeEach(async () => {
  await reset();
  await demoSite({ webhook: "https://blog.example/hook" });
  anna = await signIn();
});

describe("a webhook that redirects", () => {
  it.each([
    ["/hook/", 308, "it redirects to /hook/: use that address"],
    ["https://blog.example/hook/?v=2", 301, "it redirects to /hook/?v=2: use that address"],
    ["https://www.blog.example/hook", 302, "it redirects to https://www.blog.example/hook: use that address"],
    ["//other.example", 307, "it redirects to https://other.example/: use that address"],
    ["http://[", 308, "moved"],
  ])("to %s is told where to, by the test event and by every attempt", async (location, status, said) => {
    const answer = () => new Response("moved", { status, headers: { location } });
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => answer());
    const tested = textOf((await anna.post("/sites/demo/deliveries/test")).body);
    expect(tested).toContain(`The test event was not taken: status ${status}, 0 ms, ${said}`);
    await submit({ id: "c1", ...doubtful });
    await decide("c1", { decision: "approve" });
    await pass(10 * SECOND);
    expect(textOf((await anna.get("/queue/demo/c1")).body)).toContain(said);
    expect(await page()).toContain(`status ${status} ${said}`);
  });
});

describe("the page of deliveries", () => {
  it("names the way to the blog that there is", async () => {
    expect(await page()).toContain("Decisions go to https://blog.example/hook");
    await change({ webhook: null });
    expect(await page()).toContain("This site has no webhook: its blog reads the decisions from the feed.");
    await call("POST", "/v1/sites/demo/keys", { key: ADMIN_TOKEN, body: { scope: "akismet" } });
    const both = await page();
    expect(both).toContain("WordPress names an address with each, and decisions go back there.");
    expect(both).not.toContain("This site has no webhook");
    await change({ mode: "log-only" });
    expect(await page()).toContain("This site only watches (log-only): nothing is sent.");
  });
});
