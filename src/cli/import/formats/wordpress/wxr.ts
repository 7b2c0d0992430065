import { textOf } from "../../decode.ts";
import type { Format } from "../../format.ts";
import { type Element, xmlParts } from "../../xml.ts";
import { type Around, commentOf } from "./row.ts";

/** The export file of WordPress, in one file or several. */
export const wxr: Format = {
  name: "wordpress-wxr",
  system: "wordpress",
  about: "WordPress: Tools → Export (has no spam: export that apart)",
  recognises: (start) => /<rss[\s>]/.test(start) && /wordpress\.org\/export\/|<wp:wxr_version>/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs) {
      let page: { url?: string; title?: string } = {};
      for await (const part of xmlParts(input.name, textOf(input, telling.encoding), COMMENT)) {
        if ("whole" in part) yield commentOf(columnsOf(part.whole), around(part.whole, page), telling);
        else if (part.of !== "item") continue;
        else if (part.leaf === "title") page = { title: part.text };
        else if (part.leaf === "link") page = { ...page, url: part.text };
      }
    }
  },
};

const COMMENT = new Set(["comment"]);

/** Line breaks at the ends are not the reader's: some exporters indent. */
const columnsOf = ({ children }: Element) =>
  Object.fromEntries(
    children
      .filter(({ name }) => name !== "commentmeta")
      .map(({ name, text }) => [renamed(name), text.trim()] as const),
  );

/** The export writes these two otherwise than the database. */
const renamed = (name: string) =>
  name === "comment_id" ? "comment_ID" : name === "comment_user_id" ? "user_id" : name;

function around({ children }: Element, { url, title }: { url?: string; title?: string }): Around {
  const history = children
    .filter(({ name }) => name === "commentmeta")
    .map(({ children: meta }) => [textNamed(meta, "meta_key"), textNamed(meta, "meta_value")] as const)
    .filter(([key]) => key === "akismet_history")
    .map(([, value]) => value);
  return { url, title, history };
}

const textNamed = (elements: readonly Element[], name: string) =>
  elements.find((element) => element.name === name)?.text ?? "";
