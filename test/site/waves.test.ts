import { reset, runInDurableObject } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { BulkRequest } from "../../src/contract/decided.ts";
import type { TableRows } from "../../src/contract/upkeep.ts";
import { DAY, later, NOW } from "../clock.ts";
import { ADMIN_TOKEN, call, decide, demoSite, siteObject, submit, tell, theRecord } from "./blog.ts";
import { countRows, restart } from "./inside.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, publishBareBelow: 0, rejectAbove: 1 });
});

const words = ["tides", "bread", "looms", "trams", "maps", "bees", "clocks", "ferries", "kites", "wells"];
/** Comments of one wave: a word exchanged, authors of their own. */
const copy = (n: number, more: object = {}) => ({
  id: `c${n}`,
  content: `Interesting, thanks for sharing this with all of us here today, more about ${words[n % 10]} on http://luck.example/${n}`,
  author: { name: `Sam ${n}`, email: `sam${n}@mail.example` },
  ...more,
});
const unlike = {
  id: "other",
  content: "The third lock has been shut since the flood, so the boats turn at the mill now.",
  author: { name: "Ada", email: "ada@mail.example" },
};

const bulk = async (request: Partial<BulkRequest> = {}) =>
  siteObject().bulk(
    {
      selection: { kind: "group", id: "c0", revision: 1, until: NOW + DAY },
      decision: "spam",
      by: { name: "Anna", member: "m1" },
      batch: "1000-abc",
      later: true,
      ...request,
    },
    await theRecord(),
  );
/** A wave of three, decided once for later ones, too. */
async function decided(request: Partial<BulkRequest> = {}) {
  for (const n of [0, 1, 2]) await submit(copy(n));
  return bulk(request);
}
const rules = async () => siteObject().waves(await theRecord());
const statuses = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await tell(id)).body.status));
const line = async () =>
  (await siteObject().history({ machine: false, limit: 20 }, await theRecord())).find(
    ({ what }) => what === "later ones",
  );

describe("later ones of a wave", () => {
  it("go the way it went, for seven days, shown as policy and counted", async () => {
    expect((await decided()).later).toEqual({ until: NOW + 7 * DAY });
    later(1000);
    const { body } = await submit(copy(3));
    expect([body.status, body.outcome, body.policy]).toEqual([
      "spam",
      "reject",
      [{ rule: "one of a wave that Anna called spam", effect: "reject" }],
    ]);
    expect((await submit(unlike)).body.status).toBe("pending");
    expect(await rules()).toEqual([
      {
        site: "demo",
        id: expect.stringMatching(`^${NOW}-`),
        decision: "spam",
        by: "Anna",
        began: NOW,
        until: NOW + 7 * DAY,
        wave: 3,
        caught: 1,
        lead: { id: "c0", author: "Sam 0", text: copy(0).content.slice(0, 120) },
      },
    ]);
    await restart("demo");
    await submit(copy(4));
    expect((await rules())[0]?.caught).toBe(2);
    later(7 * DAY);
    expect([await rules(), (await submit(copy(5))).body.status]).toEqual([[], "pending"]);
  });

  it("are discarded where the wave was", async () => {
    await decided({ decision: "discard" });
    const { body } = await submit(copy(3));
    expect([body.status, body.policy[0]?.rule]).toEqual(["discarded", "one of a wave that Anna discarded"]);
  });

  it.each([
    ["an approval", { decision: "approve" as const }],
    ["nobody who wished it", { later: false }],
  ])("wait as before after %s", async (_, request) => {
    expect((await decided(request)).later).toBeUndefined();
    expect(await rules()).toEqual([]);
  });

  it("teach nothing, and cost no more rows than others", async () => {
    await decided();
    const learned = () =>
      runInDurableObject(siteObject(), (_, { storage }) =>
        storage.sql
          .exec<{ state: ArrayBuffer }>("SELECT state FROM learned")
          .toArray()
          .map(({ state }) => [...new Uint8Array(state)]),
      );
    const before = await learned();
    await submit(copy(3));
    const rows = countRows();
    await submit(copy(4));
    const { rowsWritten } = rows;
    expect([await learned(), rowsWritten]).toEqual([before, 2]);
  });

  it("are not taken for it when a person trusts or approved the author", async () => {
    await decided();
    await submit({ ...unlike, author: { ...copy(3).author, ip: "198.51.100.7" } });
    await decide("other", { decision: "approve" });
    const known = { author: { ...copy(3).author, ip: "198.51.100.7" } };
    expect((await submit(copy(3, known))).body.status).toBe("pending");
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { allowed: ["about maps"] } });
    expect((await submit(copy(4))).body.policy).toEqual([{ rule: "allowed: about maps", effect: "publish" }]);
  });

  it("stand in the history under her name, and are taken back as one, teaching nothing", async () => {
    await decided();
    for (const n of [3, 4, 5]) await submit(copy(n));
    await decide("c5", { decision: "spam", by: "Ben" });
    const { by, member, comment, wave } = (await line()) ?? {};
    expect([by, member, comment]).toEqual(["Anna", "m1", "c0"]);
    expect(wave).toEqual({ id: expect.any(String), caught: 3, left: 2, until: NOW + 7 * DAY, stands: true });
    const end = { batch: `${NOW}-back` };
    expect(await siteObject().endWave(wave?.id ?? "", "Ben", end, await theRecord())).toEqual({ back: 2 });
    expect(await statuses("c3", "c4", "c5", "c0")).toEqual(["pending", "pending", "spam", "spam"]);
    expect([await rules(), (await line())?.wave]).toEqual([[], { ...wave, left: 0, stands: false }]);
    expect((await submit(copy(6))).body.status).toBe("pending");
  });

  it("are taken back with the wave", async () => {
    await decided();
    await submit(copy(3));
    await siteObject().undoBatch("1000-abc", "Anna", await theRecord());
    expect([await statuses("c0", "c1", "c2", "c3"), await rules()]).toEqual([
      ["pending", "pending", "pending", "pending"],
      [],
    ]);
  });

  it("stay where they are when the rule is ended alone", async () => {
    await decided();
    await submit(copy(3));
    const [rule] = await rules();
    expect(await siteObject().endWave(rule?.id ?? "", "Anna", undefined, await theRecord())).toEqual({
      back: 0,
    });
    expect([await statuses("c3"), await rules()]).toEqual([["spam"], []]);
  });

  it("are never caught again once a person approves one of them", async () => {
    await decided();
    await submit(copy(3));
    await decide("c3", { decision: "approve", by: "Ben" });
    expect(await rules()).toEqual([]);
    expect((await submit(copy(4))).body.status).toBe("pending");
    const entries = await siteObject().history({ machine: false, limit: 20 }, await theRecord());
    expect(entries.filter(({ what }) => what === "later ones ended").map(({ by }) => by)).toEqual(["Ben"]);
  });

  it("are decided by the rule that was first, if two fit", async () => {
    await decided();
    later(1000);
    await submit(copy(3, { content: unlike.content, id: "u0" }));
    await submit({ ...unlike, id: "u1", author: { name: "Lu" } });
    const selection = { kind: "group", id: "u0", revision: 1, until: NOW + DAY } as const;
    await bulk({ selection, decision: "discard", batch: "2000-abc", by: "Ben" });
    const both = `${copy(4).content} `;
    expect((await submit(copy(4, { content: both }))).body.policy[0]?.rule).toBe(
      "one of a wave that Anna called spam",
    );
    expect((await rules()).map(({ by, caught }) => [by, caught])).toEqual([
      ["Ben", 0],
      ["Anna", 1],
    ]);
  });

  it("are published in log-only mode, with what would have been done", async () => {
    await decided();
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { mode: "log-only" } });
    const { status, outcome, would } = (await submit(copy(3))).body;
    expect([status, outcome, would]).toEqual(["published", "publish", "reject"]);
  });

  it("have at most twenty rules; the wave is decided all the same", async () => {
    await decided();
    await runInDurableObject(siteObject(), (_, { storage }) => {
      const [row] = storage.sql
        .exec<{ value: string }>("SELECT value FROM meta WHERE name = 'waves'")
        .toArray();
      const [rule] = JSON.parse(row?.value ?? "[]");
      const twenty = Array.from({ length: 20 }, (_, n) => ({ ...rule, id: `${NOW}-${n}`, batch: `${n}-x` }));
      storage.sql.exec("UPDATE meta SET value = ? WHERE name = 'waves'", JSON.stringify(twenty));
    });
    await restart("demo");
    await submit({ ...unlike, id: "u0" });
    await submit({ ...unlike, id: "u1", author: { name: "Lu" } });
    const selection = { kind: "group", id: "u0", revision: 1, until: NOW + DAY } as const;
    const result = await bulk({ selection, batch: "3000-abc" });
    expect([result.done, result.later, (await rules()).length]).toEqual([
      ["u0", "u1"],
      { refused: "full" },
      20,
    ]);
  });

  it("are decided after a backup was put in", async () => {
    await decided();
    const before = await rules();
    const pages: TableRows[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const page = await siteObject().backup(cursor);
      if (page.page) pages.push(page.page);
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    await siteObject().clear();
    for (const page of pages) expect(await siteObject().restore(page)).toBeUndefined();
    await siteObject().restored(await theRecord());
    expect(await rules()).toEqual(before);
    expect((await submit(copy(3))).body.status).toBe("spam");
  });

  it("of a wave of hundreds are known, and all of the wave is decided", async () => {
    for (let n = 0; n < 205; n++) await submit(copy(n, { id: `c${n}` }));
    const first = await bulk();
    const selection = { kind: "group", id: "c0", revision: 1, until: NOW + DAY, isRest: true } as const;
    const rest = await bulk({ selection });
    expect([first.done.length, first.next, rest.done.length, rest.next]).toEqual([200, "more", 5, undefined]);
    expect((await rules()).map(({ wave }) => wave)).toEqual([205]);
  });
});
