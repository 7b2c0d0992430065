import { textOf } from "../../decode.ts";
import type { Format } from "../../format.ts";
import { jsonRows, object, type Row, text } from "../../json.ts";
import { commentOf } from "./row.ts";

/** What `wp comment list --format=json` and the REST API print. */
export const wordpressJson: Format = {
  name: "wordpress-json",
  system: "wordpress",
  about:
    "WordPress: wp comment list --status=spam --format=json --fields=…, or the REST API's /wp/v2/comments",
  recognises: (start) =>
    /^\s*\[/.test(start) && /"comment_ID"\s*:|"author_name"\s*:.*"content"\s*:\s*\{/s.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const row of jsonRows(input.name, textOf(input, telling.encoding))) {
        const columns = row.comment_ID === undefined ? ofRest(row) : texts(row);
        const page = text(row.url) ?? withoutFragment(text(row.link));
        yield commentOf(columns, { url: page, title: undefined, history: [] }, telling);
      }
  },
};

const texts = (row: Row) =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      const written = text(value);
      return written === undefined ? [] : [[name, written] as const];
    }),
  );

/** The REST API's names for the same; `raw` is there for those who may edit. */
function ofRest(row: Row) {
  const content = object(row.content);
  return texts({
    comment_ID: row.id,
    comment_author: row.author_name,
    comment_author_email: row.author_email,
    comment_author_url: row.author_url,
    comment_author_IP: row.author_ip,
    comment_agent: row.author_user_agent,
    comment_date: row.date,
    comment_date_gmt: row.date_gmt,
    comment_content: content.raw ?? content.rendered,
    comment_approved: row.status,
    comment_type: row.type,
    comment_parent: row.parent,
    user_id: row.author,
  });
}

const withoutFragment = (link: string | undefined) => link?.replace(/#.*$/, "");
