import type { BlogComment } from "./blog.ts";
import { arrive, held, inVain, LATE, someoneDecides } from "./outage.ts";
import { agree, inBlog, type Tour, until } from "./tour.ts";

/** Hamlet goes away in the middle, and comes back: the Akismet plugin asks again by cron. */
export async function akismetOutage(tour: Tour): Promise<void> {
  const { hamlet, table } = tour;
  await hamlet.stop();
  const began = Date.now();
  const came = await arrive(tour, "morning");
  const statuses = came.map(({ status }) => status);
  table.note(
    "Hamlet away: comments are pending by every way in, none is published or lost",
    came.length === LATE && statuses.every((status) => status === "unapproved"),
    statuses.join(", "),
  );
  const decided = await someoneDecides(tour, came);
  await inVain(tour, came, decided, began);
  await hamlet.start();
  await asked(tour, came, decided);
  await agree(tour, "after Hamlet was away");
}

/** Cron asks about all of them, and tells what was decided meanwhile. */
async function asked(tour: Tour, came: readonly BlogComment[], decided: BlogComment): Promise<void> {
  const { hamlet, blog, table, owner } = tour;
  const left = await until(
    () => blog.cron(),
    (count) => count === 0,
  );
  table.note("Hamlet back: cron asks about all of them", left === 0, `${left} left`);
  await held(tour, came, decided);
  const told = await hamlet.decisions((await inBlog(tour, decided.id)).hamlet);
  table.note(
    "what was decided meanwhile is told",
    told.join() === `approve by ${owner}`,
    told.join(" then "),
  );
}
