import { reset } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import type { Term } from "../../src/contract/search.ts";
import { NOW } from "../clock.ts";
import { demoSite, doubtful, siteObject, submit, theRecord } from "./blog.ts";

const find = async (...filter: Term[]) => {
  const request = { status: "all" as const, sort: "oldest" as const, limit: 50, filter };
  const page = await siteObject().list(request, await theRecord());
  const ids = page.items.map(({ id }) => id).toSorted();
  expect(await siteObject().count(request, await theRecord())).toBe(ids.length);
  return ids;
};

beforeEach(async () => {
  await reset();
  await demoSite();
  await submit({ id: "link", ...doubtful, post: { title: "On Tides" } });
  await submit({
    id: "apples",
    content: 'Die „Äpfel“ sind 100% "reif"\nund süß',
    author: { name: "Öztürk" },
  });
  await submit({
    id: "mail",
    content: "我认为这篇文章写得很好，谢谢你的分享，期待下一篇",
    author: { name: "Li", email: "li@post.example", url: "http://li.example.org" },
  });
});

describe("search", () => {
  it.each<[string, Term, string[]]>([
    ["words in any case", { field: "text", value: "INTERESTING" }, ["link"]],
    ["words of another script in any case", { field: "text", value: "äpfel" }, ["apples"]],
    ["Chinese", { field: "text", value: "文章" }, ["mail"]],
    ["the post's title", { field: "text", value: "tides" }, ["link"]],
    ["quotes, line breaks and signs as they are", { field: "text", value: '100% "reif"\nund' }, ["apples"]],
    ["the author's name", { field: "author", value: "öz" }, ["apples"]],
    ["a domain in the text", { field: "domain", value: "example.net" }, ["link"]],
    ["a domain of the author's link", { field: "domain", value: "li.example.org" }, ["mail"]],
    ["a part of the masked mail address", { field: "mail", value: "@post.example" }, ["mail"]],
    ["a reason that was a hit", { field: "reason", value: "author-link" }, ["mail"]],
    ["nothing for a reason that was not", { field: "reason", value: "honeypot" }, []],
    ["nothing by a pattern: it is plain text", { field: "text", value: "%" }, ["apples"]],
    ["a score", { field: "score", above: true, value: 100 }, []],
    ["a time", { field: "arrived", before: true, value: NOW - 1e6 }, []],
    ["no SQL", { field: "text", value: "') OR 1=1 --" }, []],
  ])("finds %s", async (_, term, ids) => {
    expect(await find(term)).toEqual(ids);
  });

  it("wants all conditions met", async () => {
    expect(await find({ field: "text", value: "a" }, { field: "author", value: "kim" })).toEqual(["link"]);
  });
});
