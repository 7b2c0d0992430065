import { reset } from "cloudflare:test";
import { beforeEach, expect, it } from "vitest";
import { later } from "../clock.ts";
import { signIn } from "../http/session.ts";
import { ADMIN_TOKEN, call, decide, demoSite, doubtful, remark, submit } from "../site/blog.ts";

beforeEach(reset);

const DAY = 86_400_000;
const told = (html: string) =>
  /<section class="notice">(.*?)<\/section>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, "");

it("log-only mode says after a week what would have been, and a button lets Hamlet decide", async () => {
  await demoSite({ mode: "log-only", blocked: ["stack size"] });
  await submit({ id: "seen", ...doubtful });
  await submit({ id: "lost", ...remark(7) });
  await submit({ id: "fine", ...remark(0) });
  const { get } = await signIn();
  expect(told((await get("/sites/demo")).body)).toContain("Day 1 of 7");
  await decide("seen", { decision: "spam" });
  later(6 * DAY);
  await submit({ id: "lost2", content: "I had to raise the stack size too.", author: { name: "Bo" } });
  await decide("lost2", { decision: "approve" });
  later(DAY);
  const again = await signIn();
  const said = told((await again.get("/sites/demo")).body);
  expect(said).toBe(
    "Had Hamlet decided in the last 7 days, of 4 comments 1 would have waited for you; 1 that you approved would have been stopped, and none that you called spam would have been published.Let Hamlet decide from now on Which ones?",
  );
  expect(told((await again.get("/sites/demo/log-only")).body)).toBe(said);
  const letIt = /<form method="post" action="([^"]*)">(?:(?!<form).)*Let Hamlet decide/s;
  const action = letIt.exec((await again.get("/sites/demo")).body)?.[1];
  expect(action).toBe("/sites/demo/log-only");
  expect((await again.post(action as string)).status).toBe(303);
  const { body } = await call("GET", "/v1/sites/demo", { key: ADMIN_TOKEN });
  expect(body).toMatchObject({ settings: { mode: "enforce" } });
  expect(told((await again.get("/sites/demo")).body)).toBeUndefined();
});

it("log-only mode that was begun is on its first day until a comment has come, however long ago that was", async () => {
  await demoSite({ mode: "log-only" });
  later(30 * DAY);
  const { get } = await signIn();
  expect(told((await get("/sites/demo")).body)).toContain("Day 1 of 7");
  await submit({ id: "first", ...remark(1) });
  expect(told((await get("/sites/demo")).body)).toContain("Day 1 of 7");
});
