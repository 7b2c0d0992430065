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
    ["a link", "see https://evil.example/x", "see https: //evil[.]example/x"],
    ["a bare host", "see evil.example/x and www.evil.co.uk", "see evil[.]example/x and www[.]evil[.]co[.]uk"],
    [
      "an international host",
      "пример.рф bücher.example 例え。テスト",
      "пример[.]рф bücher[.]example 例え[.]テスト",
    ],
    ["a host in punycode", "xn--e1afmkfd.xn--p1ai", "xn--e1afmkfd[.]xn--p1ai"],
    ["a host with hidden characters", "evil\u200B.\u2060example", "evil[.]example"],
    ["a network address", "at 192.0.2.7:8080", "at 192[.]0[.]2[.]7:8080"],
    ["a mail address", "kim@evil.example", "kim@ evil[.]example"],
    ["a name after an @", "ask @somebody", "ask @ somebody"],
    ["lines", "one\n\n\ttwo", "one two"],
    ["turned text", "abc\u202Egpj.exe\u2066", "abcgpj[.]exe"],
    ["half a character", "cut \uD83D", "cut "],
  ])("makes %s of a comment harmless", (_, text, said) => {
    const lines = textOf(messageBody({ kind: "telegram" }, notice({ author: "Kim", text }))).split("\n");
    expect(lines[3]).toBe(`Kim: ${said}`);
  });

  it.each(["It costs 3.50. Really?", "i.e. this, e.g. that …", "gcc 12.1.0 (x86)"])(
    "leaves a text without links as it is: %s",
    (text) => {
      const lines = textOf(messageBody({ kind: "telegram" }, notice({ author: "Kim", text }))).split("\n");
      expect(lines[3]).toBe(`Kim: ${text}`);
    },
  );

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
          messageBody({ kind }, notice({ author: author.slice(0, 60), text: text.slice(0, 200) })),
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
