import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { reading } from "./reading.ts";

const head = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>';
const MEGABYTE = 1024 * 1024;

describe("a hostile or broken file is refused in a sentence:", () => {
  it.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    [
      "entities that unfold",
      { "a.xml": `<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${head}<item/></channel></rss>` },
      /a\.xml: it has a DOCTYPE/,
    ],
    ["elements without end", { "a.xml": head + "<a>".repeat(200) }, /a\.xml: elements lie deeper than 100/],
    [
      "an export that ends in the middle",
      { "a.xml": `${head}<item><wp:comment>` },
      /a\.xml: the file ends in the middle/,
    ],
    [
      "a gzip cut off",
      { "a.gz": gzipSync(strToU8(`${head}</channel></rss>`)).subarray(0, 60) },
      /a\.gz: the gzip is damaged/,
    ],
    [
      "a zip cut off",
      { "a.zip": zipSync({ "a.xml": strToU8("x".repeat(5000)) }).subarray(0, 40) },
      /a\.zip: /,
    ],
    [
      "a gzip that unpacks without end",
      { "a.gz": gzipSync(strToU8(head + " ".repeat(20 * MEGABYTE))) },
      /a\.gz: it unpacks to more than 100 times its size/,
    ],
    [
      "a zip that unpacks without end",
      { "a.zip": zipSync({ "a.xml": new Uint8Array(20 * MEGABYTE).fill(0x20) }) },
      /a\.zip: it unpacks to more than 100 times its size/,
    ],
    [
      "a line without end",
      { "a.jsonl": `{"id":1,"label":"ham","content":"${"x".repeat(10 * MEGABYTE)}"}` },
      /a\.jsonl: line 1 is longer than/,
    ],
    [
      "a text of JSON without end",
      { "a.json": `[{"comment_ID":1,"comment_content":"${"x".repeat(20 * MEGABYTE)}"}]` },
      /a\.json: a text is longer than/,
    ],
    [
      "JSON that ends in the middle",
      { "a.json": '[{"comment_ID":1,"comment_content":"x"},' },
      /a\.json: it is damaged/,
    ],
    [
      "JSON nested without end",
      { "a.json": `[{"comment_ID":${"[".repeat(5000)}` },
      /a\.json: it is nested deeper than 100/,
    ],
    [
      "a value of SQL without end",
      { "a.sql": `-- MySQL dump\nINSERT INTO wp_comments VALUES (1,'${"x".repeat(17 * MEGABYTE)}` },
      /a\.sql: a value is longer/,
    ],
    [
      "another encoding than it says",
      { "a.jsonl": Buffer.from('{"id":1,"label":"ham","content":"caf\xe9"}', "latin1") },
      /a\.jsonl: it is not written in utf-8.*--encoding windows-1252/,
    ],
    [
      "a damaged database",
      { "a.db": `SQLite format 3\0${"x".repeat(2000)}` },
      /a\.db: it is no database of Isso/,
    ],
  ])("%s", async (_, files, message) => {
    await expect(reading(files)).rejects.toThrow(message);
  });

  it("but what is written in another encoding is read when it is said", async () => {
    const row = Buffer.from('{"id":1,"label":"ham","content":"caf\xe9"}', "latin1");
    const { comments } = await reading({ "a.jsonl": row }, { encoding: "windows-1252" });
    expect(comments[0]?.comment.content).toBe("café");
  });

  it("and a name in an archive never becomes a path", async () => {
    const row = strToU8(JSON.stringify({ id: 1, label: "ham", content: "Text" }));
    const { comments } = await reading({ "a.zip": zipSync({ "../../../tmp/evil.jsonl": row }) });
    expect(comments.map(({ id }) => id)).toEqual(["1"]);
  });
});
