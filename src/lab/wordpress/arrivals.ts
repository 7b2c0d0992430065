import type { BlogComment } from "./blog.ts";
import { comments, type LabComment, type Way } from "./comments.ts";
import { agree, type Tour, until } from "./tour.ts";

const WAYS: readonly Way[] = ["form", "rest", "xmlrpc", "pingback", "trackback"];

/** Thirty comments come by every way in, and go where Hamlet says. */
export async function arrivals(tour: Tour): Promise<void> {
  const { blog, table } = tour;
  for (const way of WAYS) {
    const coming = comments.filter((comment) => comment.way === way);
    const before = (await blog.comments()).length;
    const answers = await send(tour, coming);
    const stored = (await blog.comments()).length - before;
    table.note(
      `${coming.length} comments by ${way} are stored`,
      stored === coming.length,
      `${stored}; answered ${[...new Set(answers)].join(", ")}`,
    );
  }
  await agree(tour, "after they came");
  const there = await blog.comments();
  for (const kind of ["ham", "doubtful", "spam"] as const) {
    const places = comments
      .filter((comment) => comment.kind === kind)
      .map((comment) => ({ author: comment.author, place: placed(there, comment) }));
    const count = (status: string) => places.filter(({ place }) => place === status).length;
    const opposite = { ham: "spam", spam: "approved", doubtful: "none" }[kind];
    const wrong = places.filter(({ place }) => place === opposite).map(({ author }) => author);
    table.note(
      `${places.length} ${kind}: none is treated as its opposite`,
      wrong.length === 0,
      `${count("approved")} published, ${count("unapproved")} held, ${count("spam")} spam${wrong.map((name) => `; wrong: ${name}`).join("")}`,
    );
  }
  await ownPingback(tour);
  await accounts(tour);
  await duplicate(tour);
}

/** The same comment with another website: WordPress refuses it, by the Akismet plugin after Hamlet was asked. */
async function duplicate({ blog, hamlet, ways, posts, table }: Tour): Promise<void> {
  const first = comments[0] as LabComment;
  const before = (await blog.comments()).length;
  const answered = await ways.post({ ...first, url: "https://ada.example/" }, posts[0] as (typeof posts)[0]);
  const stored = (await blog.comments()).length - before;
  await blog.cron();
  const kept = await until(
    () => hamlet.kept(first.email),
    (count) => count === 1,
  );
  table.note(
    "a duplicate that WordPress refuses after the question is a ghost on neither side",
    stored === 0 && kept === 1,
    `answered ${answered}; ${stored} more in WordPress, ${kept - 1} in Hamlet`,
  );
}

/** A post of the blog links to another: nobody has to look at that. */
async function ownPingback({ blog, ways, posts, table }: Tour): Promise<void> {
  const [first, last] = [posts[0] as (typeof posts)[0], posts.at(-1) as (typeof posts)[0]];
  const before = (await blog.comments()).map(({ id }) => id);
  const answered = await ways.ping(last.url, first);
  const came = (await blog.comments()).find(({ id }) => !before.includes(id));
  table.note(
    "a pingback of the blog's own is published",
    came?.status === "approved" && came.type === "pingback",
    `${came?.status}; answered ${answered}`,
  );
}

/** An editor writes what would be held of anybody else. */
async function accounts({ blog, hamlet, ways, posts, table, password }: Tour): Promise<void> {
  const link = { way: "xmlrpc", kind: "doubtful", author: "", email: "" } as const;
  const text = "See https://other.example/page and https://more.example/page, too.";
  await ways.account({ ...link, text }, posts[1] as (typeof posts)[0], "editor", password);
  const written = (await blog.comments()).find(({ author }) => author === "Editor");
  const there = await hamlet.status(written?.hamlet ?? "");
  table.note(
    "an editor's comment is published, and Hamlet knows of it",
    written?.status === "approved" && there === "published",
    `${written?.status}, ${there}`,
  );
}

/** Posts comments round the posts; those by form share a form, as its time is what takes long. */
export async function send({ ways, posts }: Tour, coming: readonly LabComment[]): Promise<string[]> {
  const answers: string[] = [];
  for (const [i, post] of posts.entries()) {
    const here = coming.filter((_, at) => at % posts.length === i);
    const byForm = here.filter(({ way }) => way === "form");
    for (const kind of ["ham", "doubtful", "spam"])
      answers.push(
        ...(await ways.form(
          byForm.filter((comment) => comment.kind === kind),
          post,
        )),
      );
    for (const comment of here.filter(({ way }) => way !== "form"))
      answers.push(await ways.post(comment, post));
  }
  return answers;
}

const letters = (text: string) => text.replaceAll(/<[^>]*>|[^\p{L}]/gu, "");

function placed(there: readonly BlogComment[], { text, author }: LabComment): string {
  const wanted = letters(text).slice(0, 40);
  const found = there.find(
    (comment) =>
      letters(comment.content).includes(wanted) || (comment.author === author && comment.type !== "comment"),
  );
  return found?.status ?? "missing";
}
