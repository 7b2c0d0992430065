import { textOf } from "../../decode.ts";
import type { Format, Telling } from "../../format.ts";
import type { Input } from "../../input.ts";
import { type SqlRow, sqlRows } from "../../sql/rows.ts";
import { COMMENT_COLUMNS, commentOf } from "./row.ts";

/** A dump of the database, the best source there is: it has the spam, user agents and network addresses. */
export const sqlDump: Format = {
  name: "wordpress-sql",
  system: "wordpress",
  about: "WordPress: a dump of its database, by mysqldump or phpMyAdmin",
  recognises: (start) => /^\s*(?:--|\/\*|#|CREATE |INSERT |SET |DROP )/i.test(start) && DUMP.test(start),
  async *read(inputs, telling) {
    for (const input of inputs) {
      // Comments stand before the posts that they are about.
      const site = await siteOf(input, telling);
      for await (const { table, values } of rowsOf(input, telling, { comments: COMMENT_COLUMNS }))
        yield commentOf(values, site.around(prefixOf(table, "comments"), values), telling);
    }
  },
};

const DUMP = /INSERT\s+INTO|CREATE\s+TABLE|MySQL dump|MariaDB dump|phpMyAdmin SQL Dump/i;

/** The columns that are read of the other tables, in the order of the whole tables. */
const META = ["meta_id", "comment_id", "meta_key", "meta_value"];
const OPTIONS = ["option_id", "option_name", "option_value", "autoload"];
const POSTS = [
  "ID",
  "post_author",
  "post_date",
  "post_date_gmt",
  "post_content",
  "post_title",
  "post_excerpt",
  "post_status",
  "comment_status",
  "ping_status",
  "post_password",
  "post_name",
  "to_ping",
  "pinged",
  "post_modified",
  "post_modified_gmt",
  "post_content_filtered",
  "post_parent",
  "guid",
  "menu_order",
  "post_type",
  "post_mime_type",
  "comment_count",
];

type Tables = Readonly<Record<string, readonly string[]>>;

const rowsOf = (input: Input, { encoding }: Telling, tables: Tables) =>
  sqlRows(
    input.name,
    textOf(input, encoding),
    (table) => Object.entries(tables).find(([name]) => prefixOf(table, name) !== undefined)?.[1],
  );

/** What stands before a table's usual name: any prefix that a blog may have; undefined: it is another table. */
const prefixOf = (table: string, name: string): string | undefined =>
  table === name || table.endsWith(`_${name}`) ? table.slice(0, -name.length) : undefined;

async function siteOf(input: Input, telling: Telling): Promise<Site> {
  const site = new Site();
  const tables = { posts: POSTS, options: OPTIONS, commentmeta: META };
  for await (const row of rowsOf(input, telling, tables)) site.take(row);
  return site;
}

/** What a dump says beside its comments, by the prefix of its tables. */
class Site {
  readonly #pages = new Map<
    string,
    { readonly title: string | undefined; readonly guid: string | undefined }
  >();
  readonly #addresses = new Map<string, string>();
  readonly #histories = new Map<string, string[]>();

  take({ table, values }: SqlRow): void {
    const meta = prefixOf(table, "commentmeta");
    if (meta !== undefined) {
      if (values.meta_key !== "akismet_history") return;
      const key = meta + values.comment_id;
      this.#histories.set(key, [...(this.#histories.get(key) ?? []), values.meta_value ?? ""]);
    } else if (prefixOf(table, "options") !== undefined) {
      if (values.option_name === "home" && values.option_value)
        this.#addresses.set(prefixOf(table, "options") as string, values.option_value);
    } else if (values.post_type !== "revision")
      this.#pages.set((prefixOf(table, "posts") ?? "") + values.ID, {
        title: values.post_title?.slice(0, 512),
        guid: values.guid,
      });
  }

  around(prefix = "", { comment_ID, comment_post_ID }: SqlRow["values"]) {
    const page = this.#pages.get(prefix + comment_post_ID);
    const home = this.#addresses.get(prefix);
    return {
      url: page?.guid ?? (home === undefined ? undefined : `${home}/?p=${comment_post_ID}`),
      title: page?.title,
      history: this.#histories.get(prefix + comment_ID) ?? [],
    };
  }
}
