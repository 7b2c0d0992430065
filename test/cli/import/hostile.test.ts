import { gzipSync, strToU8, zipSync } from "fflate";
import initSqlJs from "sql.js";
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
      "a row of SQL without end",
      { "a.sql": `-- MySQL dump\nINSERT INTO wp_comments VALUES (${"1,".repeat(100_000)}` },
      /a\.sql: a row has more than 4096 values/,
    ],
    [
      "a section of XML without end",
      { "a.xml": `${head}<item><title>x</title><text><![CDATA[${"x".repeat(20 * MEGABYTE)}` },
      /a\.xml: a tag, remark or section is longer/,
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

  it("a database whose tables are views that never end", async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run("CREATE TABLE threads (id INTEGER, uri TEXT, title TEXT)");
    database.run(
      "CREATE VIEW comments AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 1 AS tid, 'x' AS text, 1 AS mode FROM n",
    );
    await expect(reading({ "a.db": database.export() })).rejects.toThrow(/a\.db: .*comments is no table/);
  });

  it("but a line nested without end is left out, as one that is no JSON", async () => {
    const deep = `{"id":1,"label":"ham","content":"x","author":${'{"a":'.repeat(5000)}1${"}".repeat(5001)}`;
    const { comments, leftOut } = await reading({
      "a.jsonl": `${JSON.stringify({ id: 2, label: "ham", content: "Text" })}\n${deep}`,
    });
    expect([comments.map(({ id }) => id), leftOut]).toEqual([["2"], { "on lines that are no JSON": 1 }]);
  });

  it("and an archive is read to its end, however large", async () => {
    const rows = Array.from({ length: 20_000 }, (_, id) =>
      JSON.stringify({ id, label: "ham", content: `Comment ${id} of ${"many words ".repeat(20)}` }),
    );
    const { comments } = await reading({
      "a.zip": zipSync({ "a.jsonl": strToU8(rows.join("\n")) }, { level: 1 }),
    });
    expect(comments).toHaveLength(20_000);
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
