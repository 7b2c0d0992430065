import { type Format, pageOf, type Telling } from "../format.ts";
import { object, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";
import { rowsAnywhere } from "./rows-anywhere.ts";

/** The export of Waline, and of Valine at LeanCloud. Its verdicts of spam are its filter's, so they are weak. */
export const waline: Format = {
  name: "waline",
  system: "waline",
  about: "Waline: Management → Export; LeanCloud's export of Comment",
  recognises: (start) =>
    /"type"\s*:\s*"waline"/.test(start) ||
    (/"objectId"\s*:/.test(start) && /"nick"\s*:/.test(start) && /"comment"\s*:/.test(start)),
  async *read(inputs, telling) {
    for (const input of inputs)
      for await (const row of rowsAnywhere(input, telling, ["data.Comment", "results"]))
        yield commentOf(row, telling);
  },
};

const LABELS: Readonly<Record<string, "ham" | "spam" | "pending">> = {
  approved: "ham",
  waiting: "pending",
  spam: "spam",
};

function commentOf(row: Row, telling: Telling): Read {
  const status = text(row.status) ?? "approved";
  const label = LABELS[status];
  if (label === undefined) return { leftOut: `of the status ${status}` };
  return pastOf(text(row.objectId) ?? row.id, label, label === "spam" ? "filter" : "person", {
    format: "markdown",
    content: row.comment,
    post: { url: pageOf(text(row.url), telling) },
    parent: { id: text(object(row.pid).objectId) ?? row.pid },
    author: {
      name: row.nick,
      email: row.mail,
      url: row.link,
      ip: row.ip,
      userAgent: row.ua,
      id: row.user_id,
    },
    submittedAt: timeOf(row.insertedAt, telling.zone) ?? timeOf(row.createdAt, telling.zone),
  });
}
