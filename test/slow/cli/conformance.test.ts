import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Service } from "../../../src/cli/service.ts";
import { clients } from "../../../src/lab/conformance/clients.ts";
import { resolveBelowLocalhost } from "../../../src/lab/conformance/key-hosts.ts";
import { fault } from "../../../src/lab/conformance/quirk.ts";
import { quirks } from "../../../src/lab/conformance/quirks.ts";
import type { Target } from "../../../src/lab/conformance/target.ts";
import { api, aService, KEY, TOKEN } from "../../browser/session.ts";

let service: Service & { clean: () => Promise<void> };
let target: Target;

beforeAll(async () => {
  resolveBelowLocalhost();
  service = await aService();
  await api(service.url, TOKEN, "POST", "/v1/sites", {
    id: "demo",
    name: "Demo",
    url: "https://blog.example",
    hosts: ["blog.example"],
    // All of the clients post from one address, so the filter sees a crowd.
    publishBelow: 0.2,
  });
  const { body } = await api(service.url, TOKEN, "POST", "/v1/sites/demo/keys", { scope: "akismet" });
  target = { url: new URL(service.url), key: (body as { key: string }).key, blog: "https://blog.example" };
});
afterAll(() => service?.clean());

const read = async (id: string) =>
  (await api(service.url, KEY, "GET", `/v1/sites/demo/comments/${id}`)) as {
    status: number;
    body: { status: string; history: { decision: string; by: string }[] };
  };
const statuses = async () => {
  const { body } = (await api(service.url, KEY, "GET", "/v1/sites/demo/decisions")) as unknown as {
    body: { events: { comment: string; decision: string }[] };
  };
  return body.events;
};

describe("Akismet's protocol, to the byte", () => {
  it.each(quirks.map((quirk) => [quirk.what, quirk.client, quirk] as const))(
    "%s (%s)",
    async (_, __, quirk) => {
      expect(await fault(quirk, target)).toBeUndefined();
    },
  );

  it("leaves nothing behind of all these tests", async () => {
    expect(await statuses()).toEqual([]);
  });
});

describe.each(Object.entries(clients))("the client %s, unmodified", (name, make) => {
  const person = {
    name: `Ada of ${name.replace(/[^a-z]+/g, " ")}`,
    content: `Did you mean twenty? The second loop never runs for me, says ${name}.`,
  };
  const client = () => make(target, { test: false });

  it("tells a good key from a bad one", async () => {
    expect(await client().verify()).toBe(true);
    expect(await make({ ...target, key: "wrongwrong12" }, { test: false }).verify()).toBe(false);
  });

  it("finds guaranteed spam, and lets an administrator and ordinary ham through", async () => {
    expect(await client().isSpam({ ...person, name: "akismet-guaranteed-spam" })).toBe(true);
    expect(await client().isSpam({ ...person, role: "administrator" })).toBe(false);
    const content = `I think the second loop never runs, because \`i\` starts at 10. Did you mean \`i < 20\`? I tried it with gcc 12 and ${name}, and got a warning there.`;
    expect(await client().isSpam({ name: "Ada Bauer", content })).toBe(false);
  });

  it("corrects a verdict, once, and changes its mind", async () => {
    const before = (await statuses()).length;
    await client().submit("spam", person);
    await client().submit("spam", person);
    await client().submit("ham", person);
    const events = (await statuses()).slice(before);
    expect(events.map(({ decision }) => decision)).toEqual(["spam", "approve"]);
    const told = await read(events[0]?.comment ?? "");
    expect([told.status, told.body.status]).toEqual([200, "published"]);
  });

  it("does not take a bad key or a missing field for a verdict", async () => {
    const wrong = make({ ...target, key: "wrongwrong12" }, { test: false });
    const nowhere = make({ ...target, blog: "" }, { test: false });
    // This one knows no failure but that of the connection, and reads any word but "true" as ham.
    const expected =
      name === "akismet" ? { wrong: false, nowhere: false } : { wrong: "throws", nowhere: "throws" };
    const outcome = (promise: Promise<boolean>) => promise.catch(() => "throws");
    expect({
      wrong: await outcome(wrong.isSpam(person)),
      nowhere: await outcome(nowhere.isSpam(person)),
    }).toEqual(expected);
  });
});
