import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import {
  ADMIN_TOKEN,
  call,
  decide,
  demoSite,
  doubtful,
  siteObject,
  submit,
  theRecord,
} from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  // Whatever the filter says: everything waits, and people decide.
  await demoSite({ publishBelow: 0 });
});

const author = async (id: string) => siteObject().author(id, await theRecord());
const by = (name: string, email?: string, ip?: string) => ({
  ...doubtful,
  author: { name, ...(email && { email }), ...(ip && { ip }) },
});

describe("an author", () => {
  it("is known by the mail address, under every name used with it", async () => {
    await submit({ id: "a", ...by("Kim", "kim@mail.example") });
    await submit({ id: "b", ...by("Kimberly", "KIM@mail.example"), content: "Again, other words entirely" });
    await submit({ id: "c", ...by("Kim"), content: "Somebody else of that name" });
    await decide("a", { decision: "approve" });
    expect(await author("b")).toMatchObject({
      knownBy: "mail",
      email: "K…@mail.example",
      counts: { published: 1 },
      names: ["Kim", "Kimberly"],
      listed: undefined,
    });
    expect((await author("b"))?.past.map(({ id }) => id).toSorted()).toEqual(["a", "b"]);
    expect(await author("c")).toMatchObject({ knownBy: "name", entry: undefined, names: ["Kim"] });
    expect(await author("none")).toBeUndefined();
  });

  it.each([
    ["blocked", "reject", "blocked author: Kim"],
    ["allowed", "publish", "allowed author: Kim"],
  ] as const)("that is %s is from then on, whatever name is given", async (list, outcome, rule) => {
    await submit({ id: "a", ...by("Kim", "kim@mail.example", "192.0.2.7") });
    const entry = (await author("a"))?.entry;
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { [list]: [entry] } });
    const again = { ...by("Max", "kim@mail.example", "192.0.2.9"), content: "Other words" };
    const { body } = await submit({ id: "b", ...again });
    expect(body).toMatchObject({ outcome, policy: [{ rule, effect: outcome }] });
    const other = await submit({ id: "c", ...by("Kim", "other@mail.example"), content: "More words" });
    expect(other.body.policy).toEqual([]);
    expect((await author("b"))?.listed).toBe(list);
  });

  it("without a mail address is known by name and network, and blocked by both", async () => {
    await submit({ id: "a", ...by("Kim", undefined, "192.0.2.7") });
    await submit({ id: "b", ...by("Kim", undefined, "192.0.2.9"), content: "Other words of the same" });
    const known = await author("b");
    expect(known).toMatchObject({ knownBy: "network", names: ["Kim"] });
    expect(known?.past.length).toBe(2);
    expect(known?.entry).toMatch(/^network:[0-9a-f]{24} Kim$/);
  });
});
