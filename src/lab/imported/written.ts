import { writeFileSync } from "node:fs";
import { join } from "node:path";
import initSqlJs from "sql.js";
import type { Labelled } from "../../cli/reading/labelled.ts";

/** A history as an old system would export it: the file's path. */
type Write = (rows: readonly Labelled[], folder: string) => Promise<string>;

const xml = (text: string | undefined) =>
  (text ?? "").replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] as string);
const cdata = (text: string | undefined) =>
  `<![CDATA[${(text ?? "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const when = ({ at = 0 }: Labelled) => new Date(at).toISOString();
const gmt = (row: Labelled) => when(row).slice(0, 19).replace("T", " ");

async function written(folder: string, name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** WordPress' export: spam is not in it. */
const wxr: Write = (rows, folder) => {
  const comments = rows
    .filter(({ label }) => label === "ham")
    .map(
      (row) => `<wp:comment><wp:comment_id>${row.line + 1}</wp:comment_id>
<wp:comment_author>${cdata(row.comment.author.name)}</wp:comment_author>
<wp:comment_author_url>${xml(row.comment.author.url)}</wp:comment_author_url>
<wp:comment_date_gmt>${gmt(row)}</wp:comment_date_gmt><wp:comment_content>${cdata(row.comment.content)}</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_type>comment</wp:comment_type></wp:comment>`,
    );
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Page</title>
${comments.join("\n")}
</item></channel></rss>`;
  return written(folder, "blog.xml", text);
};

const quoted = (text: string | undefined) =>
  `'${(text ?? "").replace(/[\\'"\n\r\0]/g, (sign) => ({ "\n": "\\n", "\r": "\\r", "\0": "\\0" })[sign] ?? `\\${sign}`)}'`;

/** The database of WordPress; `said`: Akismet's record tells that a person called it spam. */
const sql =
  (said: boolean): Write =>
  (rows, folder) => {
    const values = rows.map((row) => {
      const { author, content } = row.comment;
      const approved = row.label === "spam" ? "spam" : "1";
      return `(${row.line + 1},1,${quoted(author.name)},'',${quoted(author.url)},'','${gmt(row)}','${gmt(row)}',${quoted(content)},0,'${approved}','','comment',0,0)`;
    });
    const meta = rows
      .filter(({ label }) => said && label === "spam")
      .map(
        ({ line }, i) =>
          `(${i + 1},${line + 1},'akismet_history','a:3:{s:4:\\"time\\";i:1;s:5:\\"event\\";s:11:\\"report-spam\\";s:4:\\"user\\";s:4:\\"anna\\";}')`,
      );
    const insert = (table: string, all: readonly string[]) =>
      all.length === 0 ? "" : `INSERT INTO \`${table}\` VALUES ${all.join(",")};\n`;
    const text = `-- MySQL dump\n${insert("wp_comments", values)}${insert("wp_commentmeta", meta)}`;
    return written(folder, "blog.sql", text);
  };

/** Disqus: without websites; what is spam there is told as Disqus' own verdict. */
const disqus: Write = (rows, folder) => {
  const posts = rows.map(
    (
      row,
    ) => `<post dsq:id="${row.line + 1}"><id/><message>${cdata(xml(row.comment.content))}</message><createdAt>${when(row)}</createdAt>
<isDeleted>false</isDeleted><isSpam>${row.label === "spam"}</isSpam><author><name>${xml(row.comment.author.name)}</name></author><thread dsq:id="1"/></post>`,
  );
  const text = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><id/><title>Page</title></thread>
${posts.join("\n")}
</disqus>`;
  return written(folder, "blog.xml", text);
};

/** Isso's database: it keeps no spam. */
const isso: Write = async (rows, folder) => {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run("CREATE TABLE threads (id INTEGER PRIMARY KEY, uri TEXT, title TEXT)");
  database.run("INSERT INTO threads VALUES (1, '/page', 'Page')");
  database.run(
    "CREATE TABLE comments (tid INTEGER, id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT, mode INTEGER, text TEXT, author TEXT, email TEXT, website TEXT)",
  );
  for (const { line, at = 0, comment } of rows.filter(({ label }) => label === "ham"))
    database.run("INSERT INTO comments VALUES (1, ?, NULL, ?, 1, ?, ?, NULL, ?)", [
      line + 1,
      at / 1000,
      comment.content,
      comment.author.name ?? null,
      comment.author.url ?? null,
    ]);
  const path = await written(folder, "comments.db", database.export());
  database.close();
  return path;
};

/** The kinds of files that a blog's history is written as. */
export const writers: Readonly<Record<string, Write>> = {
  "WordPress, its export": wxr,
  "WordPress, a dump": sql(false),
  "WordPress, a dump with Akismet's records": sql(true),
  Disqus: disqus,
  Isso: isso,
};
