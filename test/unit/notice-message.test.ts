import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notifyKinds } from "../../src/contract/notify.ts";
import { messageBody, type Notice } from "../../src/site/notices/message.ts";

const notice = (item: { author?: string; text?: string }): Notice => ({
  site: "blog",
  name: "Blog",
  waiting: 1,
  fresh: 1,
  link: "https://hamlet.example/queue",
  items: [{ ...item, link: "https://hamlet.example/queue/blog/c1" }],
});
const textOf = (body: unknown) => {
  const { text, content } = body as { text?: string; content?: string };
  return text ?? content ?? "";
};

describe("a message to a chat", () => {
  it.each([
    ["a link", "see https://evil.example/x", "see https: //evil.example/x"],
    ["lines", "one\n\n\ttwo", "one two"],
    ["turned text", "abc\u202Egpj.exe\u2066", "abcgpj.exe"],
    ["half a character", "cut \uD83D", "cut "],
  ])("makes %s of a comment harmless", (_, text, said) => {
    const lines = textOf(messageBody("telegram", notice({ author: "Kim", text }))).split("\n");
    expect(lines[3]).toBe(`Kim: ${said}`);
  });

  it("never has more links than its own, mentions nobody, and fits, whatever commenters write", () => {
    const words = fc.constantFrom(
      "<!channel>",
      "<@U1>",
      "@everyone",
      "https://evil.example",
      "http://a",
      "*",
      "`",
      "[x](http://b)",
      "\n",
      "é",
    );
    const wild = fc.oneof(
      fc.array(words, { maxLength: 40 }).map((all) => all.join(" ")),
      fc.string({ unit: "binary", maxLength: 200 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...notifyKinds.slice(0, 3)), wild, wild, (kind, author, text) => {
        const said = textOf(
          messageBody(kind, notice({ author: author.slice(0, 60), text: text.slice(0, 200) })),
        );
        expect(said.match(/https?:\/\/[^\s]+/g)).toEqual([
          "https://hamlet.example/queue",
          "https://hamlet.example/queue/blog/c1",
        ]);
        if (kind === "slack") expect(said).not.toMatch(/[<>]/);
        if (kind === "discord") expect(said).not.toMatch(/(^|[^\\])@/);
        expect(said.length).toBeLessThanOrEqual(2000);
      }),
    );
  });
});
