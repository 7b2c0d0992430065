import { reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { later } from "../clock.ts";
import { decide, demoSite, siteObject, submit, theRecord } from "./blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, rejectAbove: 0.0001 });
});

const contents = [
  "Cheap watches and loans, write to us at once http://offers-one.example/",
  "Is this the train that stops at the harbour? http://trains.example/",
  "The cabins are small, but breakfast on deck made up for it http://ferry.example/",
];

const unseen = async () =>
  (await siteObject().list({ status: "spam", sort: "doubtful", limit: 50, unseen: true }, await theRecord()))
    .items;

it("shows of what the filter stopped what nobody has decided on or looked through, least sure first", async () => {
  for (const [n, content] of contents.entries())
    await submit({ id: `c${n}`, content, author: { name: `Kim ${n}` } });
  const all = await unseen();
  const sure = all.map(({ verdict }) => Math.abs(verdict.score));
  expect([all.length, sure]).toEqual([3, sure.toSorted((a, b) => a - b)]);
  const [first, second, third] = all.map(({ id }) => id);
  await siteObject().look(all[0]?.arrived ?? 0, sure[0] ?? 0, "Anna", await theRecord());
  expect((await unseen()).map(({ id }) => id)).toEqual([second, third]);
  await decide(second ?? "", { decision: "spam" });
  expect((await unseen()).map(({ id }) => id)).toEqual([third]);
  later(1);
  await submit({ id: "late", content: contents[0], author: { name: "Kim late" } });
  await siteObject().look(all[0]?.arrived ?? 0, 100, "Anna", await theRecord());
  expect((await unseen()).map(({ id }) => id)).toEqual(["late"]);
  expect(first).not.toBe(third);
});

it("counts what was seen and what of it was wrong; a look stands in the history, and can be taken back", async () => {
  for (const [n, content] of contents.entries())
    await submit({ id: `c${n}`, content, author: { name: `Kim ${n}` } });
  const [first, second] = await unseen();
  const looked = async () => siteObject().looked(await theRecord());
  expect(await looked()).toEqual({ stopped: 3, seen: 0, wrong: 0 });
  await decide(first?.id ?? "", { decision: "approve" });
  const score = Math.abs(second?.verdict.score ?? 0);
  await siteObject().look(second?.arrived ?? 0, score, { name: "Anna", member: "m1" }, await theRecord());
  const { last, ...counted } = await looked();
  expect([counted, last]).toEqual([
    { stopped: 3, seen: 2, wrong: 1 },
    { site: "demo", id: expect.any(String), at: expect.any(Number), by: "Anna" },
  ]);
  const line = async () =>
    (await siteObject().history({ machine: false, limit: 5 }, await theRecord())).find(
      ({ what }) => what === "looked",
    );
  expect(await line()).toMatchObject({ by: "Anna", member: "m1", comment: "", look: last?.id });
  expect(await siteObject().unlook(last?.id ?? "", await theRecord())).toBe(true);
  expect(await siteObject().unlook(last?.id ?? "", await theRecord())).toBe(false);
  expect([await looked(), (await line())?.final]).toEqual([{ stopped: 3, seen: 1, wrong: 1 }, "undone"]);
  expect((await unseen()).map(({ id }) => id)).toContain(second?.id);
});
