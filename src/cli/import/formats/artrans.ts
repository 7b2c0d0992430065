import { type Format, pageOf, type Telling } from "../format.ts";
import { isTrue, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";
import { rowsAnywhere } from "./rows-anywhere.ts";

/** Artrans, in which Artalk moves: every field a text, and no spam. */
export const artrans: Format = {
  name: "artrans",
  system: "artalk",
  about: "Artalk: Transfer → Export (.artrans)",
  recognises: (start) => /"page_key"\s*:/.test(start) && /"nick"\s*:/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const row of rowsAnywhere(input, telling, ["comments"])) yield commentOf(row, telling);
  },
};

function commentOf(row: Row, telling: Telling): Read {
  const { only, blog, zone } = telling;
  if (only !== undefined && row.site_name !== only)
    return { leftOut: `of the site ${text(row.site_name) ?? "without a name"}` };
  const host = blog ?? text(row.site_urls)?.split(",")[0];
  return pastOf(row.id, isTrue(row.is_pending) ? "pending" : "ham", "person", {
    format: "markdown",
    content: row.content,
    post: { url: pageOf(text(row.page_key), { ...telling, blog: host }), title: row.page_title },
    parent: { id: text(row.rid) === "0" ? undefined : row.rid },
    author: { name: row.nick, email: row.email, url: row.link, ip: row.ip, userAgent: row.ua },
    submittedAt: timeOf(row.created_at, zone),
  });
}
