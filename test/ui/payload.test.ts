import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/contract/verdict.ts";
import { commentPath } from "../../src/ui/parts/paths.ts";
import { signIn } from "../http/session.ts";
import { call, DEMO_KEY, demoSite, submit } from "../site/blog.ts";

beforeEach(async () => {
  await reset();
  await demoSite({ publishBelow: 0, rejectAbove: 1 });
});

/** The sentence on a comment's page. */
const sentence = async (id: string, language: string) => {
  const { cookie } = await signIn();
  const headers = { cookie, "accept-language": language };
  const { body } = await call<string>("GET", commentPath({ site: "demo", id }), { headers });
  return /<p class="payload">([^<]+)<\/p>/.exec(body)?.[1];
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
    expect(await sentence("c1", "en")).toBe("It holds a link, the author’s website, and a phone number.");
    expect(await sentence("c1", "ar")).toBe("فيه رابط وموقع الكاتب ورقم هاتف.");
  });

  it("may be nothing", async () => {
    const { body } = await submit({ id: "c1", content: "I read it twice." });
    expect([body.payload, await stored("c1")]).toEqual([[], []]);
    expect(await sentence("c1", "en")).toBe("It holds nothing to follow.");
    expect(await sentence("c1", "ar")).toBe("ليس فيه ما يُتبع.");
  });
});
