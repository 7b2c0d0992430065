import type { BlogComment } from "./blog.ts";
import { arrive } from "./outage.ts";
import { agree, inBlog, type Tour, until } from "./tour.ts";

/** Hamlet goes away in the middle, and comes back: the Akismet plugin asks again by cron. */
export async function akismetOutage(tour: Tour): Promise<void> {
  const { hamlet, blog, admin, table } = tour;
  await hamlet.stop();
  const began = Date.now();
  const came = await arrive(tour, "morning");
  const statuses = came.map(({ status }) => status);
  table.note(
    "Hamlet away: comments are pending by every way in, none is published or lost",
    came.length === 5 && statuses.every((status) => status === "unapproved"),
    statuses.join(", "),
  );
  const decided = came[4] as BlogComment;
  await admin.row(decided.id, "approve");
  await blog.cron();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + tour.away - Date.now())));
  const left = await blog.cron();
  const still = (await blog.comments()).filter(({ id }) => came.some((comment) => comment.id === id));
  table.note(
    `cron asks in vain for ${Math.round((Date.now() - began) / 1000)} s, and changes nothing`,
    still.every(({ id, status }) => status === (id === decided.id ? "approved" : "unapproved")) && left > 0,
    still.map(({ status }) => status).join(", "),
  );
  await hamlet.start();
  await asked(tour, came, decided);
  await agree(tour, "after Hamlet was away");
}

/** Cron asks about all of them, and tells what was decided meanwhile. */
async function asked(
  { hamlet, blog, table, owner }: Tour,
  came: readonly BlogComment[],
  decided: BlogComment,
): Promise<void> {
  const left = await until(
    () => blog.cron(),
    (count) => count === 0,
  );
  const now = (await blog.comments()).filter(({ id }) => came.some((comment) => comment.id === id));
  const there = await Promise.all(now.map((comment) => hamlet.status(comment.hamlet)));
  table.note(
    "Hamlet back: cron asks about all of them",
    left === 0 && there.every((status) => status !== undefined),
    `${left} left; ${now.map(({ status }, i) => `${status}/${there[i]}`).join(", ")}`,
  );
  const held = now.filter((_, i) => there[i] === "pending");
  table.note(
    "what Hamlet holds at a retry is pending, and none blocks the others",
    held.length > 0 && held.every(({ status }) => status === "unapproved"),
    `${held.length} held`,
  );
  const told = await hamlet.decisions((await inBlog({ blog } as Tour, decided.id)).hamlet);
  table.note(
    "what was decided meanwhile is told",
    told.join() === `approve by ${owner}`,
    told.join(" then "),
  );
}
