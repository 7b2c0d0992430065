import type { Tour } from "./tour.ts";

interface Left {
  readonly options: number;
  readonly meta: number;
  readonly tables: number;
  readonly cron: number;
}

/** What a good plugin does beside its work: no calls while pages are shown, words in wp-admin, privacy, nothing left behind. */
export async function manners(tour: Tour): Promise<void> {
  const { blog, admin, posts, table } = tour;
  for (const { url } of posts) await (await fetch(url)).text();
  const calls = await blog.inside<string[]>("log");
  const shown = calls.filter((line) => line.startsWith("GET ") && !line.startsWith("GET /wp-admin/"));
  table.note(
    "no call of Hamlet while a page of the blog is shown",
    shown.length === 0,
    `${shown.length} of ${calls.length} calls`,
  );
  await words(tour);
  const page = await (await fetch(posts[0]?.url ?? "")).text();
  const sentence = page.includes("/sites/blog/privacy") && page.includes("checked for spam by Hamlet");
  table.note("the privacy sentence stands under the form", sentence, String(sentence));
  const asked = await blog.inside<{
    export: { data: { data: { value: string }[] }[] };
    erase: { messages: string[] };
  }>("privacy", { email: "ada@reader.example" });
  const told = asked.export.data[0]?.data[0]?.value ?? "";
  table.note("exporter and eraser reach Hamlet, or say why not", told !== "", `${told.slice(0, 60)}…`);
  await admin.disconnect();
  const left = await blog.inside<Left>("remove");
  const total = left.options + left.meta + left.tables + left.cron;
  table.note("uninstalling leaves nothing behind", total === 0, JSON.stringify(left));
}

/** The column says what was thought and why, and leads to the comment in Hamlet. */
async function words({ blog, admin, hamlet, table }: Tour): Promise<void> {
  const comment = (await blog.comments()).find(({ status }) => status === "spam");
  const { text, link } = await admin.column(comment?.id ?? 0, "spam");
  const wanted = `${hamlet.url}/queue/blog/${comment?.hamlet}`;
  table.note(
    "the column tells outcome and reasons, and leads to Hamlet",
    /^Spam.+\+/.test(text) && link === wanted,
    text.slice(0, 110),
  );
}
