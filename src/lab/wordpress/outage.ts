import { Webhook } from "standardwebhooks";
import { send } from "./arrivals.ts";
import type { BlogComment } from "./blog.ts";
import type { LabComment } from "./comments.ts";
import { SITE } from "./hamlet.ts";
import { picture } from "./pictures.ts";
import { agree, inBlog, type Tour, until } from "./tour.ts";

/** How often cron runs while Hamlet is away, milliseconds. */
const CRON = 60_000;

/** Comments that come while Hamlet cannot be asked. */
const late = (when: string): LabComment[] => [
  {
    way: "form",
    kind: "ham",
    author: "Sina",
    email: `sina-${when}@reader.example`,
    text: `How long do you leave it in the ${when} basket before it goes into the oven? Mine always spreads.`,
  },
  {
    way: "form",
    kind: "spam",
    author: "Loans Fast",
    email: `loans-${when}@mail.example`,
    url: "http://fast-loans.example.com",
    text: `Fast ${when} loans <a href="http://fast-loans.example.com">payday loans online</a> casino bonus http://fast-loans.example.com/now viagra`,
  },
  {
    way: "rest",
    kind: "ham",
    author: "Paul",
    email: `paul-${when}@reader.example`,
    text: `The ferry near Coswig takes bicycles until six in the ${when}. We nearly missed it.`,
  },
  {
    way: "rest",
    kind: "spam",
    author: "Casino King",
    email: `king-${when}@mail.example`,
    url: "http://casino-king.example.com",
    text: `Casino ${when} bonus no deposit http://casino-king.example.com http://casino-king.example.com/slots win $900`,
  },
  {
    way: "xmlrpc",
    kind: "doubtful",
    author: "vv",
    email: `vv-${when}@mail.example`,
    text: `good ${when} post`,
  },
  {
    way: "pingback",
    kind: "doubtful",
    author: `Notes of a ${when}`,
    email: "",
    text: `What I read this ${when} about bread and bicycles, and what I made of it in my own kitchen.`,
  },
  {
    way: "trackback",
    kind: "spam",
    author: `Cheap ${when} pills`,
    email: "",
    url: `http://cheap-${when}-pills.example.com`,
    text: `Cheap ${when} pills, casino bonus, buy viagra online now, best price`,
  },
];

/** How many those are. */
export const LATE = late("").length;

/** Posts them, and answers where they are. */
export async function arrive(tour: Tour, when: string): Promise<BlogComment[]> {
  const before = (await tour.blog.comments()).map(({ id }) => id);
  await send(tour, late(when));
  return (await tour.blog.comments()).filter(({ id }) => !before.includes(id));
}

/** Notes that comments are pending and shown as waiting. */
async function pending(tour: Tour, what: string, came: readonly BlogComment[]): Promise<void> {
  const statuses = came.map(({ status }) => status);
  tour.table.note(
    `${what}: comments are pending, none is published or lost`,
    came.length === LATE && statuses.every((status) => status === "unapproved"),
    statuses.join(", "),
  );
  await picture(tour, "waits", "edit-comments.php?hamlet=waiting");
  const { rows, view, notice } = await tour.admin.waiting();
  tour.table.note(
    `${what}: wp-admin shows which comments wait, and why`,
    rows === LATE && notice !== "",
    `${view}; ${notice}`,
  );
}

/** Hamlet goes away in the middle, and comes back. */
export async function outage(tour: Tour): Promise<void> {
  const { hamlet, blog, table } = tour;
  await hamlet.stop();
  const began = Date.now();
  const came = await arrive(tour, "morning");
  await pending(tour, "Hamlet away", came);
  const decided = await someoneDecides(tour, came);
  await inVain(tour, came, decided, began);
  await hamlet.start();
  const left = await until(
    () => blog.cron(),
    (count) => count === 0,
  );
  table.note("Hamlet back: cron asks about all of them", left === 0, `${left} left`);
  await held(tour, came, decided);
  const told = await hamlet.decisions((await inBlog(tour, decided.id)).hamlet);
  table.note(
    "what was decided meanwhile is told",
    told.join() === `approve by ${tour.owner}`,
    told.join(" then "),
  );
  await agree(tour, "after Hamlet was away");
}

/** A moderator approves one of them meanwhile. */
export async function someoneDecides({ admin }: Tour, came: readonly BlogComment[]): Promise<BlogComment> {
  const decided = came.find(({ author }) => author === "vv");
  if (!decided) throw new Error("The comment that a moderator decides on did not come.");
  await admin.row(decided.id, "approve");
  return decided;
}

/** Comments as they are now. */
const these = async ({ blog }: Tour, came: readonly BlogComment[]) =>
  (await blog.comments()).filter(({ id }) => came.some((comment) => comment.id === id));

/** Cron asks again and again while Hamlet is away. */
export async function inVain(
  tour: Tour,
  came: readonly BlogComment[],
  decided: BlogComment,
  began: number,
): Promise<void> {
  let left = await tour.blog.cron();
  while (Date.now() < began + tour.away) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(CRON, began + tour.away - Date.now())));
    left = await tour.blog.cron();
  }
  const still = await these(tour, came);
  tour.table.note(
    `cron asks in vain for ${Math.round((Date.now() - began) / 1000)} s, and changes nothing`,
    left > 0 &&
      still.length === came.length &&
      still.every(({ id, status }) => status === (id === decided.id ? "approved" : "unapproved")),
    `${left} left; ${still.map(({ status }) => status).join(", ")}`,
  );
}

/** What came meanwhile, and what Hamlet thinks of it now that it could be asked. */
export async function held(tour: Tour, came: readonly BlogComment[], decided: BlogComment): Promise<void> {
  const now = await these(tour, came);
  const there = await Promise.all(now.map((comment) => tour.hamlet.status(comment.hamlet)));
  tour.table.note(
    "nothing is lost, and nothing published that Hamlet holds or rejects",
    now.length === came.length &&
      there.every((status) => status !== undefined) &&
      now.every(
        ({ id, status }, i) => status !== "approved" || id === decided.id || there[i] === "published",
      ),
    now.map(({ author, status }, i) => `${author}: ${status}/${there[i]}`).join(", "),
  );
}

/** The key is not good any more: the owner made new ones twice. */
export async function wrongKey(tour: Tour): Promise<void> {
  const { hamlet, blog, admin, table } = tour;
  await hamlet.keys();
  await hamlet.keys();
  await pending(tour, "key refused", await arrive(tour, "evening"));
  await admin.disconnect();
  const said = await admin.connect({
    address: `${hamlet.url}/sites/${SITE}`,
    word: hamlet.key,
    secret: hamlet.deliverySecret,
  });
  const left = await blog.cron();
  table.note("connected anew with a good key: all are asked about", left === 0, `${said} ${left} left`);
  await agree(tour, "after the key was changed");
}

/** Events that Hamlet did not send, or sent before. */
export async function forgeries(tour: Tour): Promise<void> {
  const { hamlet, blog, table } = tour;
  const comment = (await blog.comments()).find(({ status }) => status === "unapproved") as BlogComment;
  const sequence = Date.now() + 1000;
  const body = JSON.stringify({
    type: "comment.published",
    data: { site: SITE, id: comment.hamlet, sequence, status: "published" },
  });
  const post = async (secret: string, at = new Date(), id = "evt_lab") => {
    const signature = new Webhook(secret).sign(id, at, body);
    const response = await fetch(`${blog.url}/wp-json/hamlet/v1/events`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signature,
      },
      body,
    });
    return `${response.status} ${((await response.json()) as { result?: string; code?: string }).result ?? "refused"}`;
  };
  const forged = await post(`whsec_${Buffer.from("somebody else's secret").toString("base64")}`);
  const old = await post(hamlet.deliverySecret, new Date(Date.now() - 301_000));
  const untouched = (await inBlog(tour, comment.id)).status === "unapproved";
  table.note(
    "a forged event and an old one are refused",
    untouched && forged === "401 refused" && old === forged,
    `${forged}, ${old}`,
  );
  const good = await post(hamlet.deliverySecret);
  const again = await post(hamlet.deliverySecret);
  table.note("a signed one is taken once", good === "200 set" && again === "200 known", `${good}, ${again}`);
}
