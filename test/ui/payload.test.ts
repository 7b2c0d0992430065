import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/verdict.ts";
import { previewedItem, previewOf } from "../../src/queue/approval-queue.ts";
import { commentPath } from "../../src/ui/parts/paths.ts";
import { bandOf } from "../../src/ui/parts/words.tsx";
import { NOW } from "../clock.ts";
import { aComment } from "../core/a-comment.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, DEMO_KEY, demoSite, submit } from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, publishBareBelow: 0.01, rejectAbove: 1 });
});

/** The sentence on a comment's page. */
const sentence = async (id: string, language: string) => {
  const { cookie } = await signIn();
  const headers = { cookie, "accept-language": language };
  const { body } = await call<string>("GET", commentPath({ site: "demo", id }), { headers });
  return /<p class="dim asked">([^<]+?) ?<a/.exec(body)?.[1]?.replaceAll("\u200e", "");
};

const stored = async (id: string) =>
  (await call<Answer>("GET", `/v1/sites/demo/comments/${id}`, { key: DEMO_KEY })).body.payload;

describe("what a reader could follow", () => {
  it("stands in the answer, in the comment that was stored, and on its page", async () => {
    const { body } = await submit({
      id: "c1",
      content: "Look at tides.example.com or call 0812 3456 789.",
      author: { name: "Ada", url: "https://ada.example.net" },
    });
    const kinds = ["link", "author-link", "phone"];
    expect([body.payload, await stored("c1")]).toEqual([kinds, kinds]);
    expect(await sentence("c1", "en")).toBe(
      "You asked to see everything between 0% and 100% that holds a link, the author’s website, and a phone number.",
    );
    expect(await sentence("c1", "ar")).toBe(
      "طلبتَ رؤية كل ما بين 0% و100% مما فيه رابط وموقع الكاتب ورقم هاتف.",
    );
  });

  it("may be nothing", async () => {
    const { body } = await submit({ id: "c1", content: "I read it twice." });
    expect([body.payload, await stored("c1")]).toEqual([[], []]);
    expect(await sentence("c1", "en")).toBe(
      "You asked to see everything between 1% and 100% that holds nothing to follow.",
    );
    expect(await sentence("c1", "ar")).toBe("طلبتَ رؤية كل ما بين 1% و100% مما ليس فيه شيء يُتبع.");
  });
});

describe("an insult", () => {
  it("is never called fine on the page, whether the site's own row is shown or the copy in the queue", async () => {
    await call("PATCH", "/v1/sites/demo", { key: ADMIN_TOKEN, body: { publishBareBelow: 0.99 } });
    const { body } = await submit({ id: "c1", content: "I will kill you, you idiot" });
    expect([body.outcome, body.abuse.flagged]).toEqual(["review", true]);
    const { get } = await signIn();
    const html = (await get("/queue")).body;
    expect([html.includes("Abuse?"), html.includes("Likely fine")]).toEqual([true, false]);
    const entry = { site: "demo", id: "c1", arrived: NOW, preview: previewOf(aComment(), body) };
    expect(bandOf(previewedItem(entry).verdict)).toBe("abuse");
  });
});
