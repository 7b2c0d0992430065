import { gzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { reading } from "./reading.ts";

/** A comment as the export writes it. */
const wxrComment = (id: number, fields: Readonly<Record<string, string>>, meta = "") => `
		<wp:comment>
			<wp:comment_id>${id}</wp:comment_id>
${Object.entries({
  comment_author: "<![CDATA[Ada]]>",
  comment_author_email: "ada@mail.example",
  comment_author_url: "",
  comment_author_IP: "192.0.2.7",
  comment_date: "2019-03-04 11:00:00",
  comment_date_gmt: "2019-03-04 10:00:00",
  comment_content: "<![CDATA[A good text.]]>",
  comment_approved: "1",
  comment_type: "comment",
  comment_parent: "0",
  comment_user_id: "0",
  ...fields,
})
  .map(([name, value]) => `			<wp:${name}>${value}</wp:${name}>`)
  .join("\n")}${meta}
		</wp:comment>`;

const wxr = (comments: string, version = "1.2") => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a file of the blog's own. -->
<rss version="2.0" xmlns:wp="http://wordpress.org/export/${version}/">
<channel>
	<title>A blog</title>
	<link>https://blog.example</link>
	<wp:wxr_version>${version}</wp:wxr_version>
	<item>
		<title>Of ships & shoes</title>
		<link>https://blog.example/ships/</link>
		<content:encoded><![CDATA[<p>The post.</p>]]></content:encoded>
		<wp:post_id>7</wp:post_id>${comments}
	</item>
</channel>
</rss>`;

const meta = (value: string) => `
			<wp:commentmeta>
				<wp:meta_key><![CDATA[akismet_history]]></wp:meta_key>
				<wp:meta_value><![CDATA[${value}]]></wp:meta_value>
			</wp:commentmeta>`;

const said = (event: string, user = "editor") =>
  `a:3:{s:4:"time";d:1551693600.5;s:5:"event";s:${event.length}:"${event}";s:4:"user";s:${user.length}:"${user}";}`;

describe("the export of WordPress", () => {
  it("is read with its page, its author and its times", async () => {
    const { comments, formats } = await reading({
      "export.xml": wxr(
        wxrComment(12, {
          comment_content: '<![CDATA[Two\n\nlines & a <a href="https://ada.example/?a=1&b=2">link</a>]]>',
          comment_author_url: "https://ada.example",
          comment_parent: "11",
          comment_user_id: "3",
        }),
      ),
    });
    expect(formats).toEqual(["wordpress-wxr"]);
    expect(comments).toEqual([
      {
        id: "12",
        label: "ham",
        by: "person",
        source: "wordpress",
        comment: {
          type: "comment",
          format: "html",
          content: 'Two\n\nlines & a <a href="https://ada.example/?a=1&b=2">link</a>',
          post: { url: "https://blog.example/ships/", title: "Of ships & shoes" },
          parent: { id: "11" },
          author: {
            name: "Ada",
            email: "ada@mail.example",
            url: "https://ada.example",
            ip: "192.0.2.7",
            id: "3",
          },
          submittedAt: "2019-03-04T10:00:00.000Z",
        },
      },
    ]);
  });

  it("teaches what is published, keeps what waits waiting, and leaves out trash and other kinds", async () => {
    const { counts, leftOut } = await reading({
      "export.xml": wxr(
        [
          wxrComment(1, {}),
          wxrComment(2, { comment_type: "" }),
          wxrComment(3, { comment_approved: "0" }),
          wxrComment(4, { comment_approved: "trash" }),
          wxrComment(5, { comment_approved: "post-trashed" }),
          wxrComment(6, { comment_type: "order_note" }),
          wxrComment(7, { comment_type: "review" }),
          wxrComment(8, { comment_type: "pingback", comment_content: "[…] a mention […]" }),
          wxrComment(9, { comment_content: " \n " }),
          wxrComment(1, { comment_content: "the same id again" }),
        ].join(""),
      ),
    });
    expect(counts).toEqual({ "ham person": 3, "pending person": 1 });
    expect(leftOut).toEqual({
      "in the trash": 2,
      "of the kind order_note": 1,
      "of the kind review": 1,
      "there twice": 1,
      "without a text": 1,
    });
  });

  it.each([
    ["nobody", meta(said("check-spam", "")), "spam filter"],
    ["the plugin alone", meta(said("report-spam", "")), "spam filter"],
    ["a person", meta(said("check-ham", "")) + meta(said("report-spam")), "spam person"],
    ["a person who took it back", meta(said("report-spam")) + meta(said("report-ham")), "spam filter"],
  ])("believes spam that %s called so", async (_, history, expected) => {
    const { counts } = await reading({
      "export.xml": wxr(wxrComment(1, { comment_approved: "spam" }, history)),
    });
    expect(counts).toEqual({ [expected]: 1 });
  });

  it("reads an old file without CDATA, split CDATA, raw ampersands, control characters and lone surrogates", async () => {
    const { comments } = await reading({
      "old.xml": wxr(
        [
          wxrComment(1, { comment_content: "Tom & Jerry &amp; &#x263A; \u0007" }),
          wxrComment(2, { comment_content: "<![CDATA[an end ]]]]><![CDATA[> in it]]>" }),
          wxrComment(3, { comment_content: "before \u{FFFD} after" }),
        ].join(""),
        "1.0",
      ),
    });
    expect(comments.map(({ comment }) => comment.content)).toEqual([
      "Tom & Jerry & ☺ \u0007".trim(),
      "an end ]]> in it",
      "before \u{FFFD} after",
    ]);
  });

  it("takes the blog's own time where the UTC one is all zeros", async () => {
    const { comments } = await reading(
      {
        "export.xml": wxr(
          wxrComment(1, { comment_date_gmt: "0000-00-00 00:00:00" }) +
            wxrComment(2, { comment_date_gmt: "0000-00-00 00:00:00", comment_date: "0000-00-00 00:00:00" }),
        ),
      },
      { zone: 120 },
    );
    expect(comments.map(({ id, comment }) => [id, comment.submittedAt])).toEqual([
      ["2", undefined],
      ["1", "2019-03-04T09:00:00.000Z"],
    ]);
  });

  it("comes in several files, packed or not, with the spam apart", async () => {
    const { counts, formats, leftOut } = await reading({
      "a.xml": wxr(wxrComment(1, {})),
      "b.xml.gz": gzipSync(Buffer.from(wxr(wxrComment(2, {}) + wxrComment(1, {})))),
      "spam.json": JSON.stringify([
        { comment_ID: "3", comment_content: "Buy pills", comment_approved: "spam", comment_author: "Pills" },
        { comment_ID: 4, comment_approved: "spam" },
      ]),
    });
    expect(formats).toEqual(["wordpress-wxr", "wordpress-json"]);
    expect(counts).toEqual({ "ham person": 2, "spam filter": 1 });
    expect(leftOut).toEqual({ "there twice": 1, "without a text": 1 });
  });
});

describe("the REST API of WordPress", () => {
  it("is read with the raw text where there is one", async () => {
    const { comments } = await reading({
      "comments.json": JSON.stringify([
        {
          id: 5,
          post: 7,
          parent: 4,
          author: 0,
          author_name: "Ada",
          author_email: "ada@mail.example",
          author_url: "",
          author_ip: "192.0.2.7:4711",
          author_user_agent: "Browser/1",
          date: "2019-03-04T11:00:00",
          date_gmt: "2019-03-04T10:00:00",
          content: { rendered: "<p>Text</p>\n", raw: "Text" },
          link: "https://blog.example/ships/#comment-5",
          status: "hold",
          type: "comment",
        },
      ]),
    });
    expect(comments).toEqual([
      {
        id: "5",
        label: "pending",
        by: "person",
        source: "wordpress",
        comment: {
          type: "comment",
          format: "html",
          content: "Text",
          post: { url: "https://blog.example/ships/" },
          parent: { id: "4" },
          author: { name: "Ada", email: "ada@mail.example", ip: "192.0.2.7", userAgent: "Browser/1" },
          submittedAt: "2019-03-04T10:00:00.000Z",
        },
      },
    ]);
  });
});

/** Rows in the order of the database's columns. */
const sqlRow = (id: number, text: string, approved: string) =>
  `(${id},7,'Ada','ada@mail.example','','192.0.2.7','2019-03-04 11:00:00','2019-03-04 10:00:00',${text},0,'${approved}','Browser/1 (X; rv:1)','comment',0,0)`;

const mysqldump = `-- MySQL dump 10.13  Distrib 8.0.32
/*!40101 SET NAMES utf8mb4 */;
DROP TABLE IF EXISTS \`blog_commentmeta\`;
INSERT INTO \`blog_commentmeta\` VALUES (1,3,'akismet_history','${said("report-spam").replaceAll('"', '\\"')}'),(2,3,'other','x');
CREATE TABLE \`blog_comments\` (
  \`comment_ID\` bigint unsigned NOT NULL AUTO_INCREMENT,
${[
  "comment_post_ID",
  "comment_author",
  "comment_author_email",
  "comment_author_url",
  "comment_author_IP",
  "comment_date",
  "comment_date_gmt",
  "comment_content",
  "comment_karma",
  "comment_approved",
  "comment_agent",
  "comment_type",
  "comment_parent",
  "user_id",
]
  .map((column) => `  \`${column}\` varchar(255) NOT NULL DEFAULT '',`)
  .join("\n")}
  PRIMARY KEY (\`comment_ID\`),
  KEY \`comment_approved_date_gmt\` (\`comment_approved\`,\`comment_date_gmt\`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
LOCK TABLES \`blog_comments\` WRITE;
INSERT INTO \`blog_comments\` VALUES ${[
  sqlRow(1, String.raw`'It\'s a \"quote\"; with (brackets), a \\ and\na line.'`, "1"),
  sqlRow(2, "'Waits; INSERT INTO `blog_comments` VALUES (9)'", "0"),
  sqlRow(3, "'Buy pills'", "spam"),
  sqlRow(4, "'Gone'", "trash"),
].join(",")};
INSERT INTO \`blog_options\` VALUES (1,'home','https://blog.example','yes');
INSERT INTO \`blog_posts\` (\`ID\`, \`post_title\`, \`guid\`, \`post_type\`) VALUES (7,'Of ships','https://blog.example/?p=7','post');
`;

describe("a dump of WordPress' database", () => {
  it("is read as mysqldump writes it, whatever a text holds", async () => {
    const { comments, counts, leftOut } = await reading({ "dump.sql": mysqldump });
    expect(counts).toEqual({ "ham person": 1, "pending person": 1, "spam person": 1 });
    expect(leftOut).toEqual({ "in the trash": 1 });
    expect(comments.map(({ comment }) => comment.content)).toEqual([
      'It\'s a "quote"; with (brackets), a \\ and\na line.',
      "Waits; INSERT INTO `blog_comments` VALUES (9)",
      "Buy pills",
    ]);
    expect(comments[0]?.comment).toEqual({
      type: "comment",
      format: "html",
      content: 'It\'s a "quote"; with (brackets), a \\ and\na line.',
      post: { url: "https://blog.example/?p=7", title: "Of ships" },
      author: { name: "Ada", email: "ada@mail.example", ip: "192.0.2.7", userAgent: "Browser/1 (X; rv:1)" },
      submittedAt: "2019-03-04T10:00:00.000Z",
    });
  });

  it("is read as phpMyAdmin writes it: columns named, quotes doubled, other order", async () => {
    const { comments } = await reading({
      "dump.sql": `-- phpMyAdmin SQL Dump
INSERT INTO \`wp_2_comments\` (\`comment_ID\`, \`comment_content\`, \`comment_approved\`, \`comment_author\`, \`comment_type\`) VALUES
(1, 'It''s fine', '1', NULL, ''),
(2, 0x416C736F, '1', 'Bob', '');
# the end`,
    });
    expect(comments.map(({ comment }) => [comment.content, comment.author])).toEqual([
      ["It's fine", undefined],
      ["Also", { name: "Bob" }],
    ]);
  });

  it("is the same in whatever pieces it comes", async () => {
    const whole = await reading({ "dump.sql": mysqldump });
    // The first byte of a piece falls on every character of a row in turn as the comment before it grows.
    for (let shift = 0; shift < 40; shift++) {
      const padded = `-- ${"x".repeat(65_536 - mysqldump.indexOf("It\\") + shift - 20)}\n${mysqldump}`;
      expect((await reading({ "dump.sql": padded })).comments).toEqual(whole.comments);
    }
  });

  it("that ends in the middle is refused by name", async () => {
    await expect(reading({ "dump.sql": mysqldump.slice(0, mysqldump.indexOf("Buy pills")) })).rejects.toThrow(
      /dump\.sql: the dump ends in the middle of a statement\./,
    );
  });
});
