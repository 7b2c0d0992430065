/**
 * The tables of one site. Rows written are counted by the platform (an index entry is a row), so there is one index for all sites:
 * blatant spam, most of a flood, is left out of it; another has what readers see of a site whose own form is switched on. `comments` is the log; the state in `learned` follows from the lessons.
 */
const migrations: readonly string[] = [
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
  `
  -- how a comment came by Akismet's protocol, JSON; null: it came by Hamlet's own
  ALTER TABLE comments ADD COLUMN akismet TEXT;
  -- who took the decision: 'hamlet' (its page or API), or 'akismet' (the blog, by submit-spam or submit-ham)
  ALTER TABLE events ADD COLUMN source TEXT NOT NULL DEFAULT 'hamlet';
  -- what the filter had judged of the comment decided on; null: no decision, or it was never judged before
  ALTER TABLE events ADD COLUMN outcome TEXT;
  -- what came in on a day (days since 1970), JSON; kept for ever
  CREATE TABLE days (day INTEGER PRIMARY KEY, counts TEXT NOT NULL);
  `,
  `
  -- which way the comment's events go; each way has its own pace
  ALTER TABLE outbox ADD COLUMN endpoint TEXT NOT NULL DEFAULT 'webhook';
  -- 1: an earlier event was given up, so the blog may not know where the comment was before
  ALTER TABLE outbox ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
  -- the last attempts to tell the blog, JSON; null: none yet
  ALTER TABLE comments ADD COLUMN attempts TEXT;
  `,
  `
  -- decisions taken at once: what one undo takes back; null: taken alone
  ALTER TABLE events ADD COLUMN batch TEXT;
  `,
  `
  -- texts that an edit replaced, each with the sequence of the event of its edit, JSON; null: none yet
  ALTER TABLE comments ADD COLUMN earlier TEXT;
  `,
  `
  -- which other comment system it came from, with what that wants to be told, JSON; null: the blog sent it itself
  ALTER TABLE comments ADD COLUMN origin TEXT;
  `,
  `
  -- what stands of all that the site was taught, without texts, some hundreds a row: JSON, and the buckets of their tokens
  CREATE TABLE lessons (page INTEGER PRIMARY KEY, lessons TEXT NOT NULL, buckets BLOB NOT NULL);
  -- the newest of them; null: the state was made by a version that added up, and is still to be told as lessons
  ALTER TABLE learned ADD COLUMN lessons TEXT;
  ALTER TABLE learned ADD COLUMN buckets BLOB;
  -- what was learned before and cannot be told as lessons, a state; null: nothing
  ALTER TABLE learned ADD COLUMN before BLOB;
  `,
  `
  -- histories that the owner brought in; record, standings, domains and sketches are JSON
  CREATE TABLE imports (
    source TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    -- what it said of authors and domains, to be taken back with it
    standings TEXT NOT NULL,
    domains TEXT NOT NULL,
    -- spam of the past, to know near texts by
    sketches TEXT NOT NULL
  ) WITHOUT ROWID;
  -- their comments, some thousands a row: hashes of the ids (uint64), and how each was judged (8 bytes)
  CREATE TABLE import_parts (
    source TEXT NOT NULL,
    part INTEGER NOT NULL,
    ids BLOB NOT NULL,
    judged BLOB NOT NULL,
    PRIMARY KEY (source, part)
  ) WITHOUT ROWID;
  -- those whose label and look disagree, until somebody has decided
  CREATE TABLE suspects (
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    outcome TEXT NOT NULL,
    score REAL NOT NULL,
    -- how far the look speaks against the label, log-odds
    doubt REAL NOT NULL,
    at INTEGER NOT NULL,
    mail TEXT,
    marks TEXT NOT NULL,
    comment TEXT NOT NULL,
    PRIMARY KEY (source, id)
  ) WITHOUT ROWID;
  `,
  `
  -- how many comments of a day were judged how, JSON, so that figures by day need not read them all; null: not summed up yet
  ALTER TABLE imports ADD COLUMN days TEXT;
  `,
  `
  -- who was signed in: a member's id, or 'token' for the owner's token; null: nobody, or it was before there were accounts
  ALTER TABLE events ADD COLUMN member TEXT;
  `,
  `
  -- a comment that comes to wait has no row in the outbox any more: those of before have, or their key
  UPDATE meta SET value = json_set(value, '$.queuedUntil',
    (SELECT coalesce(max(arrived), 0) FROM comments WHERE status = 'pending' AND blatant = 0)) WHERE name = 'lanes';
  `,
  `
  -- what a person answered on the blog; null: no answer, or its comment is gone
  ALTER TABLE events ADD COLUMN content TEXT;
  `,
  `
  -- the page, as its comments are found by for readers; null: the site's own form was off when the comment came
  ALTER TABLE comments ADD COLUMN thread TEXT;
  CREATE INDEX threads ON comments (thread, arrived) WHERE status = 'published' AND thread IS NOT NULL;
  -- pages whose published comments KV may have, and '' for the number of each page's; copied: when they were put, 0: out of step
  CREATE TABLE feeds (thread TEXT PRIMARY KEY, copied INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- solutions of the form's challenges that came with a comment, so that none is taken twice while it is good
  CREATE TABLE solutions (id TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  -- pages elsewhere that say they mention one of the blog's, by the id of their comment
  CREATE TABLE mentions (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    -- what it does with that page, and when it says that it was published; null: it was not read, or says nothing
    kind TEXT,
    published INTEGER,
    -- when it came last, and how often on that day
    asked INTEGER NOT NULL,
    n INTEGER NOT NULL,
    -- when it is to be read; null: it is not
    due INTEGER,
    tries INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- what readers ask for by their mail addresses: to be told of answers on a page, or, thread '', to be erased
  CREATE TABLE readers (
    thread TEXT NOT NULL,
    mail TEXT NOT NULL,
    -- by which links know it
    id TEXT NOT NULL,
    -- what limits count by: keyed hashes of the mailbox and of the network
    box TEXT NOT NULL,
    network TEXT,
    -- the address, encrypted; '': she wants no mail
    sealed TEXT NOT NULL,
    language TEXT NOT NULL,
    link TEXT NOT NULL,
    page TEXT NOT NULL,
    comment TEXT NOT NULL,
    asked INTEGER NOT NULL,
    confirmed INTEGER,
    -- when it is to be looked at; null: it is not
    due INTEGER,
    -- when the last mail went, and the one that was begun and of which nobody knows; 0: none
    sent INTEGER NOT NULL,
    sending INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    failure TEXT,
    PRIMARY KEY (thread, mail)
  ) WITHOUT ROWID;
  -- which answers a reader was told of, by the mail that did
  CREATE TABLE readers_told (
    reader TEXT NOT NULL,
    comment TEXT NOT NULL,
    batch INTEGER NOT NULL,
    PRIMARY KEY (reader, comment)
  ) WITHOUT ROWID;
  `,
  `
  -- what somebody said of it, and what that took away, JSON: for some days it can be taken back; null: nobody has decided
  ALTER TABLE suspects ADD COLUMN decided TEXT;
  -- 0: a filter had judged it, and no person
  ALTER TABLE suspects ADD COLUMN by_person INTEGER NOT NULL DEFAULT 1;
  `,
];

/** Brings a database of any earlier version to this one, in one transaction. */
export function migrate(storage: DurableObjectStorage): void {
  const { sql } = storage;
  const isNew = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'meta'").toArray().length === 0;
  const stored = () => sql.exec("SELECT value FROM meta WHERE name = 'version'").one().value;
  const version = isNew ? 0 : Number(stored());
  if (version === migrations.length) return;
  storage.transactionSync(() => {
    for (const migration of migrations.slice(version)) sql.exec(migration);
    sql.exec("INSERT OR REPLACE INTO meta VALUES ('version', ?)", String(migrations.length));
  });
}
