import type { BlogComment } from "./blog.ts";
import { type Tour, until } from "./tour.ts";

interface Second {
  readonly url: string;
  /** Its page that can be commented on. */
  readonly post: { readonly id: number; readonly url: string };
  /** The site in Hamlet that it is connected with; "": none. */
  readonly site: string;
  readonly comments: readonly BlogComment[];
}

/** A second blog of the network: not connected until its own administrator does it, and then with a site of its own. */
export async function network(tour: Tour): Promise<void> {
  const { admin, blog, hamlet, table } = tour;
  if (!blog.isNetwork) return console.log("SKIPPED  a second blog: this is no network");
  const before = await comment(tour, "before");
  table.note(
    "a second blog of the network is not connected by the first, and WordPress' own rules decide there",
    before.site === "" && before.comments.length === 1 && before.comments[0]?.hamlet === "",
    `${before.site || "not connected"}; ${before.comments.map(({ status }) => status).join()}`,
  );
  const own = admin.of(before.url);
  const made = await own.connect({ address: hamlet.url, word: await hamlet.code(null), secret: "" });
  const after = await comment(tour, "after");
  const judged = after.comments.filter(({ hamlet: id, told }) => id !== "" && told !== "");
  table.note(
    "connected by a code it gets a site of its own, and its comments are judged",
    made.startsWith("Connected") && after.site !== "" && judged.length === 1,
    `${after.site}; ${after.comments.map(({ status, told }) => `${status}/${told || "not asked"}`).join(", ")}`,
  );
}

async function comment({ blog, ways }: Tour, when: string): Promise<Second> {
  const { url, post, comments } = await blog.inside<Second>("second");
  await ways.at(url).post(
    {
      way: "rest",
      kind: "ham",
      author: `Reader ${when}`,
      email: `${when}@second.example`,
      text: `How is it ${when} the connection? I hope that the second blog gets on as well as the first one does.`,
    },
    post,
  );
  return until(
    () => blog.inside<Second>("second"),
    (seen) => seen.comments.length > comments.length,
  );
}
