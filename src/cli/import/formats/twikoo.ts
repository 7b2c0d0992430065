import { type Format, pageOf, type Telling } from "../format.ts";
import { isTrue, object, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";
import { rowsAnywhere } from "./rows-anywhere.ts";

/** The export of Twikoo. Hidden is its word for spam, and its filter's, so it is weak. */
export const twikoo: Format = {
  name: "twikoo",
  system: "twikoo",
  about: "Twikoo: Management → Export, or the collection comment of its database",
  recognises: (start) =>
    /"_id"\s*:/.test(start) &&
    /"nick"\s*:/.test(start) &&
    /"comment"\s*:/.test(start) &&
    /"isSpam"|"href"|"mailMd5"/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const row of rowsAnywhere(input, telling, ["results", "data"]))
        yield commentOf(row, telling);
  },
};

function commentOf(row: Row, telling: Telling): Read {
  const spam = isTrue(row.isSpam);
  return pastOf(text(object(row._id).$oid) ?? row._id, spam ? "spam" : "ham", spam ? "filter" : "person", {
    format: "html",
    content: row.comment,
    post: { url: text(row.href) ?? pageOf(text(row.url), telling) },
    parent: { id: row.pid },
    author: {
      name: row.nick,
      email: row.mail,
      url: row.link,
      ip: row.ip,
      userAgent: row.ua,
      role: isTrue(row.master) ? "administrator" : undefined,
    },
    submittedAt: timeOf(numberOf(row.created), telling.zone),
  });
}

/** MongoDB writes long numbers as an object. */
const numberOf = (value: unknown) => object(value).$numberLong ?? value;
