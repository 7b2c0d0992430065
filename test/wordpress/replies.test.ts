import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NOW } from "../clock.ts";
import { answers, PLUGIN, withPhp } from "./rules.ts";

const at = new Date().toISOString();
const data = (id: string, sequence: number, content: string, by = "Anna") => ({
  site: "blog",
  id,
  sequence,
  status: "published",
  content,
  by,
});
const told = (...given: Parameters<typeof data>) => ({ type: "comment.reply", data: data(...given) });
const inFeed = (...given: Parameters<typeof data>) => {
  const { id, ...event } = data(...given);
  return { type: "comment.reply", comment: id, at, ...event };
};

/** What the plugin makes of events, one after another, on a blog where wp-1 waits and wp-2 is published; then the blog's comments. */
function blog(...calls: readonly object[]): unknown[] {
  const input = calls.map((one) => JSON.stringify(one)).join("\n");
  const run = spawnSync("php", [join(import.meta.dirname, "blog.php"), PLUGIN], { input, encoding: "utf8" });
  const lines = run.stdout.trimEnd().split("\n");
  if (run.status !== 0 || lines.length !== calls.length + 1) throw new Error(run.stdout + run.stderr);
  return lines.map((line) => JSON.parse(line));
}

const first = [0, "", "1", "Nice."];
const second = [0, "", "1", "Nice."];
const waits = [0, "", "0", "Nice."];

withPhp("an answer that was written in Hamlet", () => {
  it("becomes a comment of the same person here, once, as text, under the comment it answers", () => {
    const event = told("wp-2", 11, "Thanks, <b>Kim</b>!\nIt's `a\\b`.");
    expect(blog(event, event)).toEqual([
      "written",
      "known",
      [waits, second, [2, "Anna", "1", "Thanks, &lt;b&gt;Kim&lt;/b&gt;!\nIt&#039;s `a\\b`."]],
    ]);
  });

  it("takes the usual name, if who wrote it is not known here", () => {
    expect(blog(told("wp-2", 11, "Thanks!", "Zoe")).at(-1)).toEqual([
      waits,
      second,
      [2, "Owner", "1", "Thanks!"],
    ]);
  });

  it("approves its comment before it answers it, be the approval told or not", () => {
    expect(blog(told("wp-1", 11, "Thanks!"))).toEqual([
      "written",
      [first, second, [1, "Anna", "1", "Thanks!"]],
    ]);
  });

  it("is not written again when somebody has deleted it here, nor when the feed tells it, too", () => {
    expect(
      blog(told("wp-2", 11, "Thanks!"), { deleted: 3 }, told("wp-2", 11, "Thanks!"), [
        inFeed("wp-2", 11, "Thanks!"),
      ]),
    ).toEqual(["written", null, "known", 0, [waits, second]]);
  });

  it("comes by the feed as well, several under one comment in their order", () => {
    const events = [inFeed("wp-1", 11, "Thanks!"), inFeed("wp-1", 12, "And welcome.", "Zoe")];
    expect(blog(events).at(-1)).toEqual([
      first,
      second,
      [1, "Anna", "1", "Thanks!"],
      [1, "Owner", "1", "And welcome."],
    ]);
  });

  it("to a comment that is not here is told so, and one whose comment somebody took away meanwhile is kept", () => {
    const spam = { type: "comment.spam", data: { ...data("wp-2", 12, ""), status: "pending" } };
    expect(
      blog(told("wp-9", 11, "Thanks!"), spam, told("wp-2", 11, "Thanks!"), [inFeed("wp-2", 11, "Thanks!")]),
    ).toEqual(["hamlet_unknown", "set", "hamlet_not_published", 1, [waits, waits]]);
  });

  it("is by the one who bears the name, by the usual one, or by nobody", () => {
    const users = { 1: ["Owner", "owner"], 2: ["Anna", "anna"], 3: ["Anna", "anna2"] };
    const calls = [
      [users, "Owner", 2],
      [users, "anna2", 1],
      [users, "Anna", 1],
      [users, "", 3],
      [users, "Zoe", 9],
      [[], "Owner", 1],
    ];
    expect(answers("Hamlet_Rules::writer", ...calls)).toEqual([1, 3, 1, 3, 0, 0]);
  });

  it("that could not be written is tried for three days, each once, the newest of too many", () => {
    const reply = (sequence: number, days: number, more = {}) => ({
      type: "comment.reply",
      sequence,
      content: "Thanks!",
      at: new Date(NOW - days * 86_400_000).toISOString(),
      ...more,
    });
    const events = [
      reply(1, 4),
      reply(2, 2),
      reply(2, 2),
      reply(3, 1, { content: "" }),
      reply(4, 1, { type: "comment.spam" }),
    ];
    const all = [...events, reply(5, 1), reply(6, 0)];
    const sequences = answers(
      "Hamlet_Rules::still_to_write",
      [all, NOW / 1000, 50],
      [all, NOW / 1000, 2],
    ).map((kept) => (kept as { sequence: number }[]).map(({ sequence }) => sequence));
    expect(sequences).toEqual([
      [2, 5, 6],
      [5, 6],
    ]);
  });
});
