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
  await persons(tour);
  await admin.disconnect();
  const left = await blog.inside<Left>("remove");
  const total = left.options + left.meta + left.tables + left.cron;
  table.note("uninstalling leaves nothing behind", total === 0, JSON.stringify(left));
}

interface Privacy {
  readonly export: { readonly data: readonly { readonly data: readonly { readonly value: string }[] }[] };
  readonly erase: { readonly messages: readonly string[]; readonly items_removed: boolean };
}

/** WordPress' exporter and eraser reach Hamlet where its owner allows it, and say why not where she does not. */
async function persons({ blog, hamlet, table }: Tour): Promise<void> {
  const email = "claire@lectrice.example";
  const ask = () => blog.inside<Privacy>("privacy", { email });
  const refused = await ask();
  table.note(
    "exporter and eraser say so where the owner does not allow it",
    refused.erase.messages.length === 1 && !refused.erase.items_removed,
    refused.erase.messages.join(),
  );
  await hamlet.set({ personsByKey: true });
  const { export: exported, erase } = await ask();
  const kept = await hamlet.kept(email);
  const told = JSON.stringify(exported).includes("rive gauche");
  table.note(
    "where she does, they export and erase what Hamlet keeps of a person",
    told && erase.items_removed && kept === 0,
    `${exported.data.length} items; ${kept} kept`,
  );
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
