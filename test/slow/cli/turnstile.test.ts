import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { distinct } from "../../../src/lab/screenshots/sample-comments.ts";
import { aNetwork, api, aService, KEY, TOKEN } from "../../browser/session.ts";
import { type Fault, SECRET, Turnstile } from "./turnstile.ts";

const turnstile = new Turnstile();
let service: Service & { clean: () => Promise<void> };

const ask = (formProof: object) => api(service.url, TOKEN, "PATCH", "/v1/sites/demo", { formProof });
const asked = { kind: "turnstile", siteKey: "0x4AAAkey", secret: SECRET };

beforeAll(async () => {
  await turnstile.start();
  service = await aService({ secrets: `TURNSTILE_VERIFY="${turnstile.url}"\n` });
  const published = { publishBelow: 0.998, publishBareBelow: 0.998, rejectAbove: 0.999 };
  await api(service.url, TOKEN, "DELETE", "/v1/sites/demo");
  const site = { id: "demo", hosts: ["blog.example"], form: true, ...published };
  expect((await api(service.url, TOKEN, "POST", "/v1/sites", site)).status).toBe(201);
});
afterAll(async () => {
  turnstile.stop();
  await service?.clean();
});
beforeEach(async () => {
  turnstile.fault = undefined;
  turnstile.asked.length = 0;
  expect((await ask(asked)).status).toBe(200);
});

let written = 0;

/** What becomes of a comment that brings this of Turnstile, and by which rule it is held. */
async function outcome(response: string | undefined) {
  const [one] = distinct(written, ++written);
  const [sentence = ""] = String(one?.content).split(" There is more");
  const answer = await fetch(`${service.url}/f/demo`, {
    method: "POST",
    headers: { accept: "application/json", origin: "https://blog.example", ...aNetwork() },
    body: new URLSearchParams({
      post: "https://blog.example/posts/loops/",
      name: "Ada",
      comment: sentence,
      ...(response !== undefined && { "cf-turnstile-response": response }),
    }),
  });
  const { id, status } = (await answer.json()) as { id: string; status: string };
  const { body } = await api(service.url, KEY, "GET", `/v1/sites/demo/comments/${id}`);
  const { policy } = body as { policy: { rule: string }[] };
  return [status, ...policy.map(({ rule }) => rule)];
}

const WRONG = ["waits", "the form's proof was not right"];
const UNKNOWN = ["waits", "whoever verifies the form's proof did not answer"];

describe("Turnstile, asked over the network", () => {
  it("lets a comment be judged that was written on the blog's page, once", async () => {
    const response = turnstile.solve("once");
    expect(await outcome(response)).toEqual(["published"]);
    expect(await outcome(response)).toEqual(["waits", "the form's proof had been used before"]);
    expect(turnstile.asked[0]).toBe(`secret=${SECRET}&response=once`);
  });

  it("takes of four comments at once that bring the same one alone", async () => {
    const response = turnstile.solve("four");
    const all = await Promise.all([1, 2, 3, 4].map(() => outcome(response)));
    expect(all.map(([status]) => status).sort()).toEqual(["published", "waits", "waits", "waits"]);
  });

  it("is not asked where nothing of it came: that waits", async () => {
    expect(await outcome(undefined)).toEqual(["waits", "came without the proof that the form asks for"]);
    expect(turnstile.asked).toEqual([]);
  });

  it.each([
    ["that nobody was given", () => "made-up"],
    ["solved on another host's page", () => turnstile.solve("elsewhere", { hostname: "evil.example" })],
    [
      "solved on a page whose host only ends alike",
      () => turnstile.solve("alike", { hostname: "my-blog.example" }),
    ],
    ["solved to sign in", () => turnstile.solve("login", { action: "login" })],
  ])("holds a comment with a response %s", async (_, response) => {
    expect(await outcome(response())).toEqual(WRONG);
  });

  it.each([
    ["tells no action, as on pages made before", () => turnstile.solve("plain", { action: "" })],
    [
      "was given by a key for testing, which knows of no page",
      () => turnstile.solve("test", { hostname: "example.com", metadata: { result_with_testing_key: true } }),
    ],
  ])("takes a response that %s", async (_, response) => {
    expect(await outcome(response())).toEqual(["published"]);
  });

  it("that does not know the secret holds comments for the owner's sake, and says so", async () => {
    await ask({ ...asked, secret: "another" });
    expect(await outcome(turnstile.solve("secret"))).toEqual(UNKNOWN);
  });

  it.each<[Fault, number, number]>([
    ["broken", 0, 60_000],
    ["gateway", 0, 60_000],
    ["moved", 0, 60_000],
    ["hangs up", 0, 60_000],
    ["silent", 4_000, 60_000],
    ["endless", 4_000, 60_000],
  ])("that is %s keeps nobody out: the comment waits", async (fault, least, most) => {
    turnstile.fault = fault;
    const began = performance.now();
    expect(await outcome(turnstile.solve(`while ${fault}`))).toEqual(UNKNOWN);
    const took = performance.now() - began;
    expect(took).toBeGreaterThanOrEqual(least);
    expect(took).toBeLessThan(most);
    expect(turnstile.asked).toHaveLength(1);
  });
});
