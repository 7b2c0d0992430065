import type { BlogComment } from "./blog.ts";
import { someHeld } from "./held.ts";
import { agree, inBlog, type Tour, until } from "./tour.ts";

/** Comments with a status, as many as are wanted. */
async function some(
  { blog }: Tour,
  status: BlogComment["status"],
  count: number,
  besides: readonly number[] = [],
) {
  const found = (await blog.comments()).filter(
    (comment) => comment.status === status && !besides.includes(comment.id),
  );
  if (found.length < count)
    throw new Error(`Only ${found.length} comments are ${status}; ${count} are needed.`);
  return found.slice(0, count);
}

/** "Not spam" on what the plugin had stored as spam before Hamlet's file stood beside it. */
export async function restoreOld(tour: Tour): Promise<void> {
  const [old] = (await some(tour, "spam", 1)) as [BlogComment];
  await tour.blog.inside("stored before", { id: old.id });
  await tour.admin.row(old.id, "unspam", "spam");
  await told(tour, '"Not spam" on spam from before the file is an approval', old, "approve", "published");
}

/** Notes that Hamlet came to know a decision, with the moderator's name, once. */
async function told(
  tour: Tour,
  what: string,
  comment: BlogComment,
  decision: string,
  status: string,
): Promise<void> {
  const look = async () =>
    `${await tour.hamlet.status(comment.hamlet)}, ${(await tour.hamlet.decisions(comment.hamlet)).join(" then ")}`;
  const wanted = `${status}, ${decision} by ${tour.owner}`;
  const seen = await until(look, (found) => found === wanted);
  tour.table.note(what, seen === wanted, seen);
}

/** A moderator decides in wp-admin, in every way it offers. */
export async function decideInBlog(tour: Tour): Promise<void> {
  const { admin, blog } = tour;
  await someHeld(tour, "spring");
  const [first, second, third, fourth] = (await some(tour, "unapproved", 4)) as [
    BlogComment,
    BlogComment,
    BlogComment,
    BlogComment,
  ];
  await admin.row(first.id, "approve");
  await told(tour, "approve by row is an approval in Hamlet, by name, once", first, "approve", "published");
  await admin.row(second.id, "spam");
  await told(tour, "spam by row is spam in Hamlet", second, "spam", "spam");
  await admin.bulk([third.id, fourth.id], "approve");
  await told(tour, "bulk approve: the first of two", third, "approve", "published");
  await told(tour, "bulk approve: the second of two", fourth, "approve", "published");
  const [shown] = (await some(tour, "approved", 1, [first.id, third.id, fourth.id])) as [BlogComment];
  await admin.row(shown.id, "trash");
  await told(tour, "trash is a discard in Hamlet", shown, "discard", "discarded");
  await admin.row(shown.id, "untrash", "trash");
  const back = await until(
    () => tour.hamlet.status(shown.hamlet),
    (status) => status === "published",
  );
  tour.table.note("restore from the trash takes the discard back", back === "published", String(back));
  const [caught] = (await some(tour, "spam", 1, [second.id])) as [BlogComment];
  await admin.row(caught.id, "unspam", "spam");
  await told(tour, '"Not spam" on what Hamlet called spam is an approval', caught, "approve", "published");
  await byRest(tour);
  await remove(tour, second);
  const left = await blog.cron();
  tour.table.note("nothing is left to be told", left === 0, `${left} left`);
  await agree(tour, "after decisions in WordPress");
}

/** By the REST API, as the app does; and an edit, which Hamlet judges anew. */
async function byRest(tour: Tour): Promise<void> {
  const { blog, table } = tour;
  const password = await blog.inside<string>("password", { user: "owner" });
  const authorization = `Basic ${Buffer.from(`owner:${password}`).toString("base64")}`;
  const [comment] = (await some(tour, "unapproved", 1)) as [BlogComment];
  const response = await fetch(`${blog.url}/wp-json/wp/v2/comments/${comment.id}`, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ status: "approved" }),
  });
  await response.body?.cancel();
  await told(
    tour,
    `approval by REST (${response.status}) is an approval in Hamlet`,
    comment,
    "approve",
    "published",
  );
  await tour.admin.quickEdit(comment.id, "A text that the moderator put right, without the link.");
  const edited = await inBlog(tour, comment.id);
  const revised = await until(
    () => tour.hamlet.revision(comment.hamlet),
    (revision) => revision > 2,
  );
  table.note(
    "quick edit: Hamlet judges the new text, and it stays published",
    revised > 2 && edited.status === "approved",
    `revision ${revised}, ${edited.status}`,
  );
}

/** Deleting for good: Hamlet forgets the comment. */
async function remove(tour: Tour, spam: BlogComment): Promise<void> {
  const { admin, hamlet, table } = tour;
  const [comment] = (await some(tour, "approved", 1)) as [BlogComment];
  await admin.row(comment.id, "trash");
  await admin.row(comment.id, "delete", "trash");
  const gone = await until(
    () => hamlet.status(comment.hamlet),
    (status) => status === undefined,
  );
  table.note("a comment deleted for good is gone in Hamlet", gone === undefined, String(gone ?? "gone"));
  await admin.row(spam.id, "delete", "spam");
  const tidied = await until(
    () => hamlet.status(spam.hamlet),
    (status) => status === undefined,
  );
  table.note("spam deleted for good is no ghost in Hamlet", tidied === undefined, String(tidied ?? "gone"));
}

/** A moderator decides in Hamlet; the blog is told, or asks where it cannot be reached. */
export async function decideInHamlet(tour: Tour): Promise<void> {
  await decideInEveryWay(tour, `${tour.blog.url}/wp-json/hamlet/v1/events`);
}

/** The same by Akismet's webhook, whose address WordPress names itself. */
export async function decideByAkismet(tour: Tour): Promise<void> {
  await decideInEveryWay(tour, null);
}

async function decideInEveryWay(tour: Tour, webhook: string | null): Promise<void> {
  const { hamlet, blog, table } = tour;
  const arrive = async (what: string, id: number, status: BlogComment["status"]) => {
    const seen = await until(
      () => inBlog(tour, id),
      (comment) => comment.status === status,
    );
    table.note(what, seen.status === status, seen.status);
  };
  await someHeld(tour, "autumn");
  await hamlet.webhook(webhook);
  const [approved, spam, discarded] = (await some(tour, "unapproved", 3)) as [
    BlogComment,
    BlogComment,
    BlogComment,
  ];
  await hamlet.decide(approved.hamlet, "approve");
  await hamlet.decide(spam.hamlet, "spam");
  await hamlet.decide(discarded.hamlet, "discard");
  await arrive("approve in Hamlet publishes in WordPress", approved.id, "approved");
  await arrive("spam in Hamlet is spam in WordPress", spam.id, "spam");
  await arrive("discard in Hamlet is trash in WordPress", discarded.id, "trash");
  await hamlet.decide(spam.hamlet, "undo");
  await arrive("undo in Hamlet is pending again in WordPress", spam.id, "unapproved");
  const echoed = await hamlet.decisions(approved.hamlet);
  table.note("what Hamlet told comes not back as a decision", echoed.length === 1, echoed.join(" then "));
  await hamlet.webhook(null);
  await hamlet.decide(spam.hamlet, "approve");
  if (webhook !== null) await blog.cron();
  const how =
    webhook === null ? "approve in Hamlet after that publishes" : "without a webhook cron reads the decision";
  await arrive(how, spam.id, "approved");
  await agree(tour, "after decisions in Hamlet");
}

/** An owner answers in Hamlet: each answer is a comment in WordPress, once, of her user or of the one who connected the blog. */
export async function answerInHamlet(tour: Tour): Promise<void> {
  const { hamlet, blog, table } = tour;
  await someHeld(tour, "winter");
  const [first, second] = (await some(tour, "unapproved", 2)) as [BlogComment, BlogComment];
  const answersTo = async ({ id }: BlogComment) =>
    (await blog.comments()).filter(({ answers }) => answers === id);
  const arrive = async (what: string, comment: BlogComment, author: string, content: string) => {
    const seen = await until(
      () => answersTo(comment),
      (answers) => answers.length > 0,
    );
    const told = seen.map((one) => `${one.status}, ${one.author}: ${one.content}`).join("; ");
    table.note(what, told === `approved, ${author}: ${content}`, told);
  };
  await hamlet.set({ sendReplies: true, webhook: `${blog.url}/wp-json/hamlet/v1/events` });
  const text = "Mine, too: take a <b>steel</b> one.\nIt's worth it.";
  await hamlet.reply(first.hamlet, text, "editor");
  const shown = "Mine, too: take a &lt;b&gt;steel&lt;/b&gt; one.\nIt&#039;s worth it.";
  await arrive("an answer in Hamlet is a comment of the same user in WordPress", first, "Editor", shown);
  table.note(
    "its comment is approved along with it",
    (await inBlog(tour, first.id)).status === "approved",
    "",
  );
  await hamlet.set({ webhook: null });
  await hamlet.reply(second.hamlet, "Thanks for telling!", "Mira in Hamlet");
  await blog.cron();
  const usual =
    "without a webhook cron reads the answer; of somebody unknown it is by who connected the blog";
  await arrive(usual, second, tour.owner, "Thanks for telling!");
  await blog.cron();
  const count = (await answersTo(first)).length + (await answersTo(second)).length;
  table.note("read again by the feed no answer is written twice", count === 2, `${count} answers`);
  await agree(tour, "after answers in Hamlet");
}
