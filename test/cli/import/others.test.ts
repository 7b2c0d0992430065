import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, strToU8, zipSync } from "fflate";
import initSqlJs from "sql.js";
import { describe, expect, it } from "vitest";
import { readHistory } from "../../../src/cli/import/read-history.ts";
import { reading } from "./reading.ts";

describe("the export of Disqus", () => {
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
  <category dsq:id="1"><forum>blog</forum><title>General</title></category>
  <thread dsq:id="20"><id /><link>https://blog.example/ships/</link><title>Of ships</title><isDeleted>false</isDeleted></thread>
  <thread dsq:id="21"><id /><link>https://blog.example/ships/?utm=1</link><title>Of ships</title></thread>
  <post dsq:id="300"><id />
    <message><![CDATA[<p>See <a href="https://disq.us/url?url=https%3A%2F%2Fada.example%2Fa%3Fb%3D1%3AXyZ0123456789abcdefghij&amp;cuid=1">this</a></p>]]></message>
    <createdAt>2015-05-06T07:08:09Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
    <author><name>Ada</name><isAnonymous>true</isAnonymous></author><thread dsq:id="20" /></post>
  <post dsq:id="301"><id>ghost</id><message><![CDATA[Answer]]></message><createdAt>2015-05-06T08:00:00Z</createdAt>
    <isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>bob@mail.example</email><name>Bob</name></author>
    <ipAddress>192.0.2.9</ipAddress><thread dsq:id="21" /><parent dsq:id="300" /></post>
  <post dsq:id="302"><id /><message>Pills</message><createdAt>2015-05-07T00:00:00Z</createdAt><isDeleted>false</isDeleted>
    <isSpam>true</isSpam><author><name>P</name></author><thread dsq:id="20" /></post>
  <post dsq:id="303"><id /><message>Gone</message><createdAt>2015-05-07T00:00:00Z</createdAt><isDeleted>true</isDeleted>
    <isSpam>false</isSpam><author><name>P</name></author><thread dsq:id="20" /></post>
</disqus>`;

  it("is read with its threads, unwrapped links and weak verdicts, packed or not", async () => {
    const { comments, counts, leftOut } = await reading({ "disqus.xml.gz": gzipSync(strToU8(xml)) });
    expect(counts).toEqual({ "ham person": 2, "spam filter": 1 });
    expect(leftOut).toEqual({ deleted: 1 });
    expect(comments.slice(0, 2)).toEqual([
      {
        id: "300",
        label: "ham",
        by: "person",
        source: "disqus",
        comment: {
          type: "comment",
          format: "html",
          content: '<p>See <a href="https://ada.example/a?b=1">this</a></p>',
          post: { url: "https://blog.example/ships/", title: "Of ships" },
          author: { name: "Ada" },
          submittedAt: "2015-05-06T07:08:09.000Z",
        },
      },
      {
        id: "301",
        label: "ham",
        by: "person",
        source: "disqus",
        comment: {
          type: "comment",
          format: "html",
          content: "Answer",
          post: { url: "https://blog.example/ships/?utm=1", title: "Of ships" },
          parent: { id: "300" },
          author: { name: "Bob", email: "bob@mail.example", ip: "192.0.2.9" },
          submittedAt: "2015-05-06T08:00:00.000Z",
        },
      },
    ]);
  });
});

describe("Isso", () => {
  it("is read from its database by whatever columns it has", async () => {
    const { comments, counts, leftOut } = await reading(
      { "comments.db": await issoDatabase() },
      { blog: "https://blog.example" },
    );
    expect(counts).toEqual({ "ham person": 1, "pending person": 1 });
    expect(leftOut).toEqual({ deleted: 1 });
    expect(comments[0]).toEqual({
      id: "1",
      label: "ham",
      by: "person",
      source: "isso",
      comment: {
        type: "comment",
        format: "markdown",
        content: "A *good* text",
        post: { url: "https://blog.example/ships/", title: "Of ships" },
        author: { name: "Ada", email: "ada@mail.example", url: "https://ada.example" },
        submittedAt: "2020-01-02T03:04:05.500Z",
      },
    });
  });

  it("whose newest comments are still beside the database is refused", async () => {
    const files = { "comments.db": await issoDatabase(), "comments.db-wal": "not empty" };
    await expect(reading(files, {}, ["comments.db"])).rejects.toThrow(/wal_checkpoint/);
  });

  it("is read from generic JSON, where ids may be missing", async () => {
    const { comments } = await reading({
      "isso.json": JSON.stringify([
        {
          id: "/ships/",
          title: "Of ships",
          comments: [
            {
              author: "Ada",
              email: "",
              website: "",
              remote_addr: "192.0.2.0",
              created: "2020-01-02 03:04:05",
              text: "Text",
            },
          ],
        },
      ]),
    });
    expect(comments).toEqual([
      {
        id: "/ships/#0",
        label: "ham",
        by: "person",
        source: "isso",
        comment: {
          type: "comment",
          format: "markdown",
          content: "Text",
          post: { url: "/ships/", title: "Of ships" },
          author: { name: "Ada" },
          submittedAt: "2020-01-02T03:04:05.000Z",
        },
      },
    ]);
  });
});

async function issoDatabase(): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`
    CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
    CREATE TABLE comments (tid INTEGER, id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT, mode INTEGER,
      remote_addr VARCHAR, text VARCHAR, author VARCHAR, email VARCHAR, website VARCHAR);
    INSERT INTO threads VALUES (1, '/ships/', 'Of ships');
    INSERT INTO comments VALUES
      (1, 1, NULL, 1577934245.5, 1, '192.0.2.0', 'A *good* text', 'Ada', 'ada@mail.example', 'https://ada.example'),
      (1, 2, 1, 1577934246, 2, '192.0.2.0', 'Waits', NULL, NULL, NULL),
      (1, 3, 1, 1577934247, 4, '', '', NULL, NULL, NULL);`);
  const bytes = database.export();
  database.close();
  return bytes;
}

describe("the backup of Remark42", () => {
  const lines = [
    { version: 1, users: [], posts: [] },
    {
      id: "a1",
      pid: "",
      text: "<p>A <b>good</b> text</p>",
      orig: "A **good** text",
      user: { name: "Ada", id: "github_1", picture: "", ip: "5f0c2a", admin: false, site_id: "blog" },
      locator: { site: "blog", url: "https://blog.example/ships/" },
      time: "2020-01-02T03:04:05.678901234+02:00",
      title: "Of ships",
    },
    {
      id: "a2",
      pid: "a1",
      text: "<p>An answer</p>",
      user: { name: "Owner", id: "google_2", admin: true },
      locator: { site: "blog", url: "https://blog.example/ships/" },
      time: "2020-01-02T05:00:00Z",
    },
    {
      id: "a3",
      text: "",
      delete: true,
      user: {},
      locator: { site: "blog", url: "x" },
      time: "2020-01-02T05:00:00Z",
    },
    {
      id: "b1",
      text: "Other",
      user: { name: "X" },
      locator: { site: "other", url: "x" },
      time: "2020-01-02T05:00:00Z",
    },
  ].map((row) => JSON.stringify(row));

  it("is read with the text as it was written, and of one site", async () => {
    const { comments, leftOut } = await reading(
      { "backup.gz": gzipSync(strToU8(lines.join("\n"))) },
      { only: "blog" },
    );
    expect(leftOut).toEqual({ deleted: 1, "of the site other": 1 });
    expect(comments).toEqual([
      {
        id: "a1",
        label: "ham",
        by: "person",
        source: "remark42",
        comment: {
          type: "comment",
          format: "markdown",
          content: "A **good** text",
          post: { url: "https://blog.example/ships/", title: "Of ships" },
          author: { name: "Ada", id: "github_1" },
          submittedAt: "2020-01-02T01:04:05.000Z",
        },
      },
      {
        id: "a2",
        label: "ham",
        by: "person",
        source: "remark42",
        comment: {
          type: "comment",
          format: "html",
          content: "<p>An answer</p>",
          post: { url: "https://blog.example/ships/" },
          parent: { id: "a1" },
          author: { name: "Owner", id: "google_2", role: "administrator" },
          submittedAt: "2020-01-02T05:00:00.000Z",
        },
      },
    ]);
  });

  it("may lack its first line", async () => {
    expect((await reading({ backup: lines.slice(1, 3).join("\n") })).counts).toEqual({ "ham person": 2 });
  });
});

describe("Commento and Comentario", () => {
  it("are told apart by what they hold, and flagged is no spam", async () => {
    const { comments, counts, leftOut, formats } = await reading(
      {
        "commento.json": JSON.stringify({
          version: 1,
          comments: [
            {
              commentHex: "c1",
              domain: "blog.example",
              url: "/ships/",
              commenterHex: "p1",
              markdown: "Text",
              parentHex: "root",
              state: "approved",
              creationDate: "2020-01-02T03:04:05Z",
            },
            {
              commentHex: "c2",
              domain: "blog.example",
              url: "/ships/",
              commenterHex: "anonymous",
              markdown: "Flagged",
              parentHex: "c1",
              state: "flagged",
              creationDate: "2020-01-02T03:04:06Z",
            },
            {
              commentHex: "c3",
              domain: "blog.example",
              url: "/ships/",
              commenterHex: "anonymous",
              markdown: "New",
              parentHex: "root",
              state: "unapproved",
              creationDate: "2020-01-02T03:04:07Z",
            },
            { commentHex: "c4", commenterHex: "anonymous", markdown: "[deleted]", deleted: true },
          ],
          commenters: [{ commenterHex: "p1", email: "ada@mail.example", name: "Ada", link: "undefined" }],
        }),
        "comentario.json": JSON.stringify({
          version: 3,
          pages: [{ id: "g1", path: "/ships/", title: "Of ships" }],
          comments: [
            {
              id: "v1",
              parentId: null,
              pageId: "g1",
              markdown: "Text",
              isApproved: true,
              isPending: false,
              isDeleted: false,
              createdTime: "2021-01-02T03:04:05Z",
              userCreated: "u1",
            },
            {
              id: "v2",
              pageId: "g1",
              markdown: "Waits",
              isApproved: false,
              isPending: true,
              createdTime: "2021-01-02T03:04:06Z",
              userCreated: "00000000-0000-0000-0000-000000000000",
              authorName: "Nobody",
            },
            {
              id: "v3",
              pageId: "g1",
              markdown: "Refused",
              isApproved: false,
              isPending: false,
              createdTime: "2021-01-02T03:04:06Z",
            },
          ],
          commenters: [
            {
              id: "u1",
              name: "Ada",
              email: "ada@mail.example",
              websiteUrl: "https://ada.example",
              isModerator: true,
            },
          ],
        }),
      },
      { blog: "https://blog.example" },
    );
    expect(formats).toEqual(["commento", "comentario"]);
    expect(counts).toEqual({ "ham person": 3, "pending person": 2 });
    expect(leftOut).toEqual({ deleted: 1, "refused there, without a reason": 1 });
    expect(
      comments.map(({ id, comment }) => [id, comment.post?.url, comment.parent?.id, comment.author]),
    ).toEqual([
      ["c1", "https://blog.example/ships/", undefined, { name: "Ada", email: "ada@mail.example" }],
      ["c2", "https://blog.example/ships/", "c1", undefined],
      ["c3", "https://blog.example/ships/", undefined, undefined],
      [
        "v1",
        "https://blog.example/ships/",
        undefined,
        { name: "Ada", email: "ada@mail.example", url: "https://ada.example", role: "moderator" },
      ],
      ["v2", "https://blog.example/ships/", undefined, { name: "Nobody" }],
    ]);
  });
});

describe("Comentario as its own export writes it", () => {
  const ids = {
    page: "0a6f3c1e-7b1d-4b1e-9b6a-2f0c5d9e8a01",
    ada: "5b0c8a52-3f8e-4a44-8a53-0d5c7f3b2e11",
    nobody: "00000000-0000-0000-0000-000000000000",
  };
  const comment = (id: string, more: object) => ({
    createdTime: "2024-05-06T07:08:09.000Z",
    html: "<p>Text</p>",
    id,
    isApproved: true,
    isDeleted: false,
    isPending: false,
    isSticky: false,
    markdown: "Text",
    pageId: ids.page,
    score: 0,
    url: `https://blog.example/ships/#comentario-${id}`,
    userCreated: ids.nobody,
    ...more,
  });
  const domain = {
    version: 3,
    pages: [
      { countComments: 3, countViews: 9, domainId: "d", id: ids.page, isReadonly: false, path: "/ships/" },
    ],
    comments: [
      comment("c1", {
        userCreated: ids.ada,
        userModerated: ids.ada,
        authorIP: "192.0.2.7",
        authorCountry: "NL",
      }),
      comment("c2", { parentId: "c1", authorName: "Nobody", isApproved: false, isPending: true }),
      comment("c3", { isApproved: false, pendingReason: "Linked text", userModerated: ids.ada }),
      comment("c4", { isDeleted: true, markdown: "", html: "", userDeleted: ids.ada }),
    ],
    commenters: [
      {
        colourIndex: 4,
        createdTime: "2023-01-01T00:00:00.000Z",
        email: "ada@mail.example",
        hasAvatar: false,
        id: ids.ada,
        isCommenter: true,
        isModerator: false,
        name: "Ada",
        websiteUrl: "https://ada.example",
      },
    ],
  };

  it("names the pages itself, and what was refused there is left out", async () => {
    const { comments, counts, leftOut } = await reading({
      "export.json.gz": gzipSync(strToU8(JSON.stringify(domain))),
    });
    expect(counts).toEqual({ "ham person": 1, "pending person": 1 });
    expect(leftOut).toEqual({ deleted: 1, "refused there, without a reason": 1 });
    expect(
      comments.map(({ id, comment }) => [id, comment.post?.url, comment.parent?.id, comment.author]),
    ).toEqual([
      [
        "c1",
        "https://blog.example/ships/",
        undefined,
        { name: "Ada", email: "ada@mail.example", url: "https://ada.example", ip: "192.0.2.7" },
      ],
      ["c2", "https://blog.example/ships/", "c1", { name: "Nobody" }],
    ]);
  });

  it("has the pages where the owner says the blog is", async () => {
    const { comments } = await reading({ e: JSON.stringify(domain) }, { blog: "https://new.example" });
    expect(comments.map(({ comment }) => comment.post?.url)).toEqual([
      "https://new.example/ships/",
      "https://new.example/ships/",
    ]);
  });

  it("may be of a blog without comments", async () => {
    const empty = { version: 3, pages: null, comments: null, commenters: [] };
    expect((await reading({ e: JSON.stringify(empty) })).counts).toEqual({});
  });

  it("may be of its first version, with the host beside the path", async () => {
    const first = {
      version: 1,
      comments: [
        {
          commentHex: "h1",
          commenterHex: "p1",
          creationDate: "2023-01-02T03:04:05Z",
          deleted: false,
          direction: 0,
          host: "blog.example",
          html: "<p>Text</p>",
          markdown: "Text",
          parentHex: "root",
          path: "/ships/",
          score: 0,
          state: "approved",
        },
      ],
      commenters: [
        { commenterHex: "p1", email: "ada@mail.example", name: "Ada", websiteUrl: "https://ada.example" },
      ],
    };
    const { comments } = await reading({ e: JSON.stringify(first) });
    expect(comments.map(({ comment }) => [comment.post?.url, comment.author])).toEqual([
      ["https://blog.example/ships/", { name: "Ada", email: "ada@mail.example", url: "https://ada.example" }],
    ]);
  });
});

describe("Waline, Twikoo and Artalk", () => {
  it("are read with weak spam and times without a zone", async () => {
    const { comments, counts, formats } = await reading(
      {
        "waline.json": JSON.stringify({
          type: "waline",
          version: 1,
          tables: ["Comment"],
          data: {
            Comment: [
              {
                objectId: 1,
                nick: "Ada",
                mail: "ada@mail.example",
                link: "",
                comment: "Text",
                url: "/ships/",
                ip: "192.0.2.7",
                ua: "B/1",
                status: "approved",
                insertedAt: "2020-01-02 03:04:05",
              },
              {
                objectId: "s",
                nick: "P",
                comment: "Pills",
                url: "/ships/",
                status: "spam",
                insertedAt: { __type: "Date", iso: "2020-01-02T04:00:00.000Z" },
              },
              {
                objectId: "w",
                nick: "W",
                comment: "Waits",
                url: "/ships/",
                status: "waiting",
                createdAt: 1_577_940_000_000,
              },
            ],
          },
        }),
        "leancloud.json": [
          '#filetype:JSON-streaming {"type":"Class","class":"Comment"}',
          JSON.stringify({
            objectId: "l1",
            nick: "L",
            comment: "A line each",
            url: "/ships/",
            createdAt: "2020-01-03T00:00:00.000Z",
          }),
        ].join("\n"),
        "twikoo.json": JSON.stringify([
          {
            _id: { $oid: "t1" },
            nick: "T",
            mail: "",
            comment: "<p>Text</p>",
            url: "/ships/",
            href: "https://blog.example/ships/",
            isSpam: "false",
            master: true,
            created: { $numberLong: "1577934245000" },
          },
          {
            _id: "t2",
            nick: "P",
            comment: "Pills",
            href: "https://blog.example/ships/",
            isSpam: true,
            created: 1_577_934_246_000,
          },
        ]),
        "site.artrans": JSON.stringify([
          {
            id: "9",
            rid: "0",
            content: "Text",
            nick: "R",
            email: "",
            is_pending: "false",
            created_at: "2020-01-04 00:00:00 +0800",
            page_key: "/ships/",
            page_title: "Of ships",
            site_name: "blog",
            site_urls: "https://blog.example,http://x",
          },
          {
            id: "10",
            rid: "9",
            content: "Waits",
            nick: "R",
            is_pending: "true",
            created_at: "2020-01-04 00:00:01 +0800",
            page_key: "/ships/",
            site_name: "blog",
          },
        ]),
      },
      { zone: 480 },
    );
    expect(formats).toEqual(["waline", "twikoo", "artrans"]);
    expect(counts).toEqual({ "ham person": 4, "pending person": 2, "spam filter": 2 });
    expect(
      comments.map(({ source, id, label, comment }) => [
        source,
        id,
        label,
        comment.submittedAt,
        comment.post?.url,
        comment.parent?.id,
      ]),
    ).toEqual([
      ["waline", "1", "ham", "2020-01-01T19:04:05.000Z", "/ships/", undefined],
      ["twikoo", "t1", "ham", "2020-01-02T03:04:05.000Z", "https://blog.example/ships/", undefined],
      ["twikoo", "t2", "spam", "2020-01-02T03:04:06.000Z", "https://blog.example/ships/", undefined],
      ["waline", "s", "spam", "2020-01-02T04:00:00.000Z", "/ships/", undefined],
      ["waline", "w", "pending", "2020-01-02T04:40:00.000Z", "/ships/", undefined],
      ["waline", "l1", "ham", "2020-01-03T00:00:00.000Z", "/ships/", undefined],
      ["artalk", "9", "ham", "2020-01-03T16:00:00.000Z", "https://blog.example/ships/", undefined],
      ["artalk", "10", "pending", "2020-01-03T16:00:01.000Z", "/ships/", "9"],
    ]);
  });
});

describe("a backup of Twikoo by its API", () => {
  it("is read out of the answer that holds it", async () => {
    const row = {
      _id: "t1",
      nick: "Ada",
      mailMd5: "",
      comment: "Text",
      isSpam: false,
      created: 1_577_934_245_000,
    };
    const { formats, counts } = await reading({
      "a.json": JSON.stringify({ code: 0, data: [row, { ...row, _id: "t2", isSpam: true }] }),
    });
    expect([formats, counts]).toEqual([["twikoo"], { "ham person": 1, "spam filter": 1 }]);
  });
});

describe("a folder of Staticman", () => {
  const files = {
    "comments/ships/entry1.yml":
      "_id: 111\nname: Ada\nemail: 0123456789abcdef\nmessage: |\n  Two\n  lines\ndate: 2020-01-02T03:04:05Z\n",
    "comments/ships/entry2.json": JSON.stringify({
      _id: "222",
      name: "Bob",
      comment: "Text",
      date: 1_577_934_246,
    }),
    "comments/ships/entry3.md":
      "---\nname: Cy\nurl: https://blog.example/ships/\ndate: '2020-01-02 03:04:07'\n---\nThe body.\n",
    "comments/ships/evil.yml": "name: &a x\nmessage: [*a, *a]\n",
    "comments/ships/notes.txt": "nothing of the kind",
    "comments/.hidden.yml": "name: x\nmessage: y\n",
  };
  const expected = [
    ["111", "Two\nlines\n", { name: "Ada" }, "https://blog.example/ships/"],
    ["222", "Text", { name: "Bob" }, "https://blog.example/ships/"],
    ["entry3", "The body.", { name: "Cy" }, "https://blog.example/ships/"],
  ];

  it("is read file by file: YAML, JSON and front matter, without what YAML can do beside data", async () => {
    const { comments, leftOut } = await reading(files, { blog: "https://blog.example" }, ["comments"]);
    expect(
      comments.map(({ id, comment }) => [id, comment.content, comment.author, comment.post?.url]),
    ).toEqual(expected);
    expect(leftOut).toEqual({ "in files that are not understood": 1 });
  });

  it("is read out of a zip", async () => {
    const zipped = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    );
    const { comments } = await reading({ "comments.zip": zipped }, { blog: "https://blog.example" });
    expect(
      comments.map(({ id, comment }) => [id, comment.content, comment.author, comment.post?.url]),
    ).toEqual(expected);
  });
});

describe("Blogger", () => {
  it("is read in its old shape and in Takeout's", async () => {
    const old = `<?xml version='1.0' encoding='UTF-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>
<id>tag:blogger.com,1999:blog-1.archive</id>
<entry><id>tag:blogger.com,1999:blog-1.post-7</id><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>
<title type='text'>Of ships</title><link rel='alternate' href='https://blog.example/2020/ships.html'/></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-8</id><published>2020-01-02T03:04:05.678+01:00</published><category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#comment'/>
<title type='text'>A go…</title><content type='html'>A good &lt;b&gt;text&lt;/b&gt;</content><author><name>Ada</name><uri>https://ada.example</uri><email>noreply@blogger.com</email></author>
<thr:in-reply-to href='https://blog.example/2020/ships.html' ref='tag:blogger.com,1999:blog-1.post-7'/><link rel='related' href='https://www.blogger.com/feeds/1/7/comments/default/6'/></entry>
</feed>`;
    const takeout = `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'>
<entry><id>tag:blogger.com,1999:blog-1.post-9</id><blogger:type>COMMENT</blogger:type><blogger:status>SPAM_COMMENT</blogger:status><author><name>P</name></author><content type='html'>Pills</content><blogger:created>2021-01-02T03:04:05Z</blogger:created></entry>
<entry><id>tag:blogger.com,1999:blog-1.post-10</id><blogger:type>COMMENT</blogger:type><blogger:status>EMPTIED</blogger:status><content type='html'>x</content></entry>
</feed>`;
    const { comments, leftOut } = await reading({ "blog.xml": old, "feed.atom": takeout });
    expect(leftOut).toEqual({ "of the status EMPTIED": 1 });
    expect(comments).toEqual([
      {
        id: "8",
        label: "ham",
        by: "person",
        source: "blogger",
        comment: {
          type: "comment",
          format: "html",
          content: "A good <b>text</b>",
          post: { url: "https://blog.example/2020/ships.html", title: "Of ships" },
          parent: { id: "6" },
          author: { name: "Ada", url: "https://ada.example" },
          submittedAt: "2020-01-02T02:04:05.000Z",
        },
      },
      {
        id: "9",
        label: "spam",
        by: "filter",
        source: "blogger",
        comment: {
          type: "comment",
          format: "html",
          content: "Pills",
          author: { name: "P" },
          submittedAt: "2021-01-02T03:04:05.000Z",
        },
      },
    ]);
  });
});

describe("the text of Movable Type", () => {
  it("is read with American times, blank lines and pings", async () => {
    const { comments } = await reading({
      "export.txt": `TITLE: Of ships
BASENAME: ships
UNIQUE URL: https://blog.example/ships/
DATE: 01/02/2020 12:00:00 AM
-----
BODY:
The post.

AUTHOR: nobody, this is text
-----
COMMENT:
AUTHOR: Ada
EMAIL: ada@mail.example
IP: 192.0.2.7
URL: https://ada.example
DATE: 01/02/2020 11:04:05 PM
Two

lines
-----
PING:
TITLE: Elsewhere
URL: https://other.example/
IP: 192.0.2.8
BLOG NAME: Other
DATE: 01/03/2020 12:00:00 PM
A mention
-----
--------
`,
    });
    expect(comments.map(({ comment }) => comment)).toEqual([
      {
        type: "comment",
        format: "html",
        content: "Two\n\nlines",
        post: { url: "https://blog.example/ships/", title: "Of ships" },
        author: { name: "Ada", email: "ada@mail.example", url: "https://ada.example", ip: "192.0.2.7" },
        submittedAt: "2020-01-02T23:04:05.000Z",
      },
      {
        type: "trackback",
        format: "html",
        content: "A mention",
        post: { url: "https://blog.example/ships/", title: "Of ships" },
        author: { name: "Other", url: "https://other.example/", ip: "192.0.2.8" },
        submittedAt: "2020-01-03T12:00:00.000Z",
      },
    ]);
  });
});

describe("a table", () => {
  it.each([
    [
      "with commas",
      'id,content,author.name,status,date\n1,"A, ""good""\ntext",Ada,approved,2020-01-02 03:04:05\n2,Pills,P,spam,21.04.2020 09:30\n',
    ],
    [
      "with semicolons and a byte order mark",
      '\uFEFFid;Text;Author;Label;Date\r\n1;"A, ""good""\ntext";Ada;ham;2020-01-02T03:04:05Z\r\n2;Pills;P;spam;04/21/2020 09:30 AM\r\n',
    ],
  ])("%s is read by the names of its columns", async (_, csv) => {
    const { comments } = await reading({ "table.csv": csv });
    expect(
      comments.map(({ id, label, comment }) => [
        id,
        label,
        comment.content,
        comment.author?.name,
        comment.submittedAt,
      ]),
    ).toEqual([
      ["1", "ham", 'A, "good"\ntext', "Ada", "2020-01-02T03:04:05.000Z"],
      ["2", "spam", "Pills", "P", "2020-04-21T09:30:00.000Z"],
    ]);
  });

  it("as JSON lines takes rows of Hamlet's own, and says what has no label", async () => {
    const { comments, leftOut, counts } = await reading({
      "rows.jsonl": [
        {
          id: "1",
          label: "spam",
          by: "filter",
          comment: { content: "Pills", author: { name: "P" }, submittedAt: "2020-01-02T03:04:05Z" },
        },
        {
          id: "2",
          status: "published",
          content: "Text",
          author: "Ada",
          url: "https://ada.example",
          date: "2020-01-02",
        },
        { id: "3", content: "No label", status: "" },
      ]
        .map((row) => JSON.stringify(row))
        .concat("{ broken")
        .join("\n"),
    });
    expect(counts).toEqual({ "ham person": 1, "spam filter": 1 });
    expect(leftOut).toEqual({ "on lines that are no JSON": 1, "without a label": 1 });
    expect(comments.map(({ comment }) => comment.author)).toEqual([
      { name: "Ada", url: "https://ada.example" },
      { name: "P" },
    ]);
  });
});

describe("what is of no known kind", () => {
  it("is refused by name", async () => {
    await expect(reading({ "novel.txt": "It was a dark and stormy night." })).rejects.toThrow(
      /novel\.txt: not recognised/,
    );
  });

  it("is named when it lies beside others", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hamlet-test-"));
    try {
      writeFileSync(join(folder, "a.jsonl"), JSON.stringify({ id: 1, label: "ham", content: "Text" }));
      writeFileSync(join(folder, "novel.txt"), "It was a dark and stormy night.");
      const history = await readHistory([folder], {
        format: undefined,
        encoding: undefined,
        zone: 0,
        blog: undefined,
        only: undefined,
        moved: [],
      });
      history.comments.close();
      expect(history.others).toEqual([join(folder, "novel.txt")]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("another Hamlet's export", () => {
  it("is read line by line, each under the name that it was first brought in by", async () => {
    const lesson = { weight: 1000, base: -250, at: 1_600_000_000_000, buckets: [1, 2] };
    const lines = [
      { source: "hamlet", id: "c1", label: "ham", by: "person", comment: { content: "Text" }, lesson },
      { source: "wordpress", id: "7", label: "spam", by: "person", lesson },
      {
        source: "hamlet",
        id: "domain x.example",
        label: "skip",
        domain: { name: "x.example", spam: 2, ham: 0 },
      },
      { source: "hamlet", id: "c2", label: "ham" },
    ];
    const text = lines.map((line) => JSON.stringify(line)).join("\n");
    const { formats, counts, leftOut } = await reading({ "a.jsonl": text });
    expect({ formats, counts, leftOut }).toEqual({
      formats: ["hamlet"],
      counts: { "ham person": 1, "skip person": 1, "spam person": 1 },
      leftOut: { "not understood": 1 },
    });
  });
});
