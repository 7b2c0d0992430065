/**
 * A site's database as version 1 made it, kept for good: tables and a few rows, as SQL. It is not to follow the present schema;
 * that the present schema can be made from it is the test. What is in it happened in the days before the tests' present.
 */
export const VERSION_1: readonly string[] = [
  `
  CREATE TABLE comments (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    status TEXT NOT NULL,
    -- 1: rejected by the machine beyond doubt, and no person has decided
    blatant INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    -- when the status last changed: retention counts from here
    settled INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    score REAL NOT NULL,
    hash TEXT NOT NULL,
    mail TEXT,
    network TEXT,
    prefix TEXT,
    browser TEXT,
    exact TEXT,
    sketch BLOB,
    comment TEXT NOT NULL,
    verdict TEXT NOT NULL,
    -- sequences of the decisions that stand, the last one on top; undo takes it off
    decisions TEXT NOT NULL,
    -- sequences of all events of this comment
    events TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX place ON comments (status, arrived) WHERE blatant = 0;

  -- sequence: milliseconds since 1970, or one more than the last: it never goes back, whatever is purged
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    comment TEXT NOT NULL,
    type TEXT NOT NULL,
    decision TEXT,
    because TEXT,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL,
    before TEXT NOT NULL,
    status TEXT NOT NULL,
    -- 1: to be sent to the blog
    send INTEGER NOT NULL,
    revoked INTEGER NOT NULL,
    -- what it added to the site's model; null: it teaches nothing
    lesson BLOB
  );

  -- What the world outside does not know yet, a row a comment: the desired state is read from the comment when it is worked.
  CREATE TABLE outbox (
    comment TEXT PRIMARY KEY,
    arrived INTEGER NOT NULL,
    -- 1: KV may differ from what the comment's status wants
    queue INTEGER NOT NULL,
    -- the event being delivered to the blog
    event INTEGER,
    state TEXT NOT NULL,
    due INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    failure TEXT
  ) WITHOUT ROWID;

  CREATE TABLE learned (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    state BLOB NOT NULL,
    standings TEXT NOT NULL,
    domains TEXT NOT NULL
  );

  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  `INSERT INTO meta VALUES ('version', '1'),
   ('record', '{"id":"old","version":3801000000000,"createdAt":3801000000000,"generation":1,"settings":{"name":"Old blog","url":"https://blog.example","hosts":["blog.example"],"languages":[],"setting":"careful","publishBelow":null,"rejectAbove":null,"holdFirstTimers":false,"holdLinks":false,"blocked":["casino"],"allowed":[],"holdAs":"spam","sendDiscard":true,"mode":"enforce","retention":{"spam":15,"discarded":30,"published":null},"webhook":null,"sendHeld":false},"keys":[{"n":1,"scope":"site","createdAt":3801000000000,"revokedAt":null}]}'),
   ('lanes', '{"queuePausedUntil":0,"purgeDue":1900000000000,"weakUntil":0}')`,
  `INSERT INTO comments VALUES
   ('waits', 1, 'pending', 0, 3801000100000, 3801000100000, 'review', 0.5, 'h1', NULL, NULL, NULL, NULL, NULL, NULL,
    '{"type":"comment","format":"text","content":"Does it wait? Ünïcode 日本語","post":{},"author":{"name":"Kim"}}',
    '{"outcome":"review","blatant":false,"score":0.5,"probability":0.62,"abuse":{"score":0,"flagged":false,"hits":[]},"policy":[],"hits":[{"signal":"baseline","points":0.5,"evidence":"before any evidence"}],"notRun":[]}',
    '[]', '[]'),
   ('decided', 2, 'published', 0, 3801000200000, 3801000300000, 'review', 0.5, 'h2', 'mail-hash', NULL, 'prefix-hash', NULL, NULL, NULL,
    '{"type":"comment","format":"text","content":"It was decided","post":{},"author":{"name":"Ada","email":"a…@mail.example"}}',
    '{"outcome":"review","blatant":false,"score":0.5,"probability":0.62,"abuse":{"score":0,"flagged":false,"hits":[]},"policy":[],"hits":[{"signal":"baseline","points":0.5,"evidence":"before any evidence"}],"notRun":[]}',
    '[3801000300000]', '[3801000300000]'),
   ('blatant', 1, 'spam', 1, 3801000400000, 3801000400000, 'reject', 11, 'h3', NULL, NULL, NULL, NULL, NULL, NULL,
    '{"type":"comment","format":"text","content":"casino","post":{},"author":{}}',
    '{"outcome":"reject","blatant":true,"score":11,"probability":0.99998,"abuse":{"score":0,"flagged":false,"hits":[]},"policy":[],"hits":[{"signal":"baseline","points":11,"evidence":"before any evidence"}],"notRun":[]}',
    '[]', '[]')`,
  `INSERT INTO events VALUES
   (3801000300000, 'decided', 'comment.published', 'approve', NULL, 'Mo', 3801000300000, 'pending', 'published', 0, 0,
    x'00000000e803000000fcffffe7ffffff010002000300')`,
  `INSERT INTO outbox VALUES ('waits', 3801000100000, 1, NULL, 'idle', 0, 0, NULL)`,
];

/** What that one lesson had added to the model: ham, a thousand thousandths, in buckets 1 to 3. */
export const LESSON_1 = Uint8Array.from(
  "00000000e803000000fcffffe7ffffff010002000300".match(/../g) ?? [],
  (byte) => Number.parseInt(byte, 16),
);
