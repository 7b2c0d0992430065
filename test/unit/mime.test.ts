import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { mimeOf } from "../../src/site/notices/mime.ts";

const mail = {
  from: "hamlet@blog.example",
  to: "anna@mail.example",
  subject: "Demo: 1 comment waits for you",
  text: "Hello",
  html: "<p>Hello</p>",
  site: "demo",
  stop: "https://hamlet.example/stop/abc",
  now: Date.UTC(2090, 5, 14, 10),
};

describe("a mail over the wire", () => {
  it("has the headers that mail programs and their filters want", async () => {
    const { headers, messageId, text, html } = await PostalMime.parse(mimeOf(mail));
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@blog\.example>$/);
    expect(Object.fromEntries(headers.map(({ key, value }) => [key, value]))).toEqual({
      date: "Wed, 14 Jun 2090 10:00:00 +0000",
      from: "=?utf-8?B?SGFtbGV0?= <hamlet@blog.example>",
      to: "<anna@mail.example>",
      "message-id": messageId,
      subject: "=?utf-8?B?RGVtbzogMSBjb21tZW50IHdhaXRzIGZvciB5b3U=?=",
      "mime-version": "1.0",
      "list-id": "<demo.hamlet.example>",
      "list-unsubscribe": "<https://hamlet.example/stop/abc>",
      "list-unsubscribe-post": "List-Unsubscribe=One-Click",
      "auto-submitted": "auto-generated",
      "x-auto-response-suppress": "All",
      "content-type": expect.stringMatching(/^multipart\/alternative; boundary=/),
    });
    expect([text?.trim(), html?.trim()]).toEqual(["Hello", "<p>Hello</p>"]);
  });

  it("says what it was told and begins no header of its own, whatever that was", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .array(
          fc.constantFrom(
            "\r\n",
            "\n",
            "\r",
            "Bcc: eve@evil.example",
            "\r\n\r\n",
            "--",
            "=?utf-8?B?",
            "ä",
            "ع",
            "\u2028",
          ),
          {
            maxLength: 30,
          },
        )
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(text, text, async (subject, body) => {
        const raw = mimeOf({ ...mail, subject, text: body, html: body });
        expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const parsed = await PostalMime.parse(raw);
        expect(parsed.headers).toHaveLength(12);
        expect([parsed.bcc, parsed.cc, parsed.attachments]).toEqual([undefined, undefined, []]);
        const same = (given: string) => new TextDecoder().decode(new TextEncoder().encode(given));
        expect((parsed.text ?? "").trim().replaceAll("\r\n", "\n")).toBe(
          same(body).trim().replaceAll("\r\n", "\n"),
        );
        expect(/[\r\n]/.test(parsed.subject ?? "")).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("has a long subject in words that are no longer than they may be", async () => {
    const subject = "مدونة: 12 تعليقًا ينتظرك 😀 ".repeat(4).trim();
    const raw = mimeOf({ ...mail, subject });
    const [words = ""] = /(?<=^Subject: )[^\r]*(?:\r\n [^\r]*)*/m.exec(raw) ?? [];
    expect(Math.max(...words.split("\r\n ").map(({ length }) => length))).toBeLessThanOrEqual(75);
    expect((await PostalMime.parse(raw)).subject).toBe(subject);
  });

  it("keeps its lines as short as the wire wants them", () => {
    const lines = mimeOf({ ...mail, text: "wörter ".repeat(500), html: "<p>" }).split("\r\n");
    expect(
      Math.max(...lines.filter((line) => /^[A-Za-z0-9+/=]+$/.test(line)).map(({ length }) => length)),
    ).toBe(76);
  });
});
