import { textOf } from "../decode.ts";
import { type Format, pageOf, type Telling } from "../format.ts";
import type { Input } from "../input.ts";
import { isTrue, jsonRows, type Row, text } from "../json.ts";
import { pastOf, type Read } from "../past.ts";
import { timeOf } from "../times.ts";

/** The export of Commento and of Commento++. Flagged is a reader's doubt, not spam. */
export const commento: Format = {
  name: "commento",
  system: "commento",
  about: "Commento: Settings → Export (.json.gz)",
  recognises: (start) => /"commenterHex"\s*:/.test(start) || /"commentHex"\s*:/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs) {
      const people = await byKey(input, telling, "commenters", "commenterHex");
      for await (const row of jsonRows(input.name, textOf(input, telling.encoding), "comments"))
        yield ofVersion1(row, people.get(text(row.commenterHex) ?? ""), telling);
    }
  },
};

/** The export of Comentario, which calls itself version 3. */
export const comentario: Format = {
  name: "comentario",
  system: "comentario",
  about: "Comentario: Domain → Operations → Export (.json.gz)",
  recognises: (start) =>
    /^\s*\{\s*"version"\s*:\s*3\b/.test(start) && /"pages"\s*:|"comments"\s*:/.test(start),
  async *read(inputs, telling) {
    for (const input of inputs) {
      const people = await byKey(input, telling, "commenters", "id");
      const pages = await byKey(input, telling, "pages", "id");
      for await (const row of jsonRows(input.name, textOf(input, telling.encoding), "comments"))
        yield ofVersion3(
          row,
          people.get(text(row.userCreated) ?? ""),
          pages.get(text(row.pageId) ?? ""),
          telling,
        );
    }
  },
};

/** The rows of a small array by one of their fields. Such an array may stand after the comments. */
async function byKey(
  input: Input,
  { encoding }: Telling,
  at: string,
  key: string,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  for await (const row of jsonRows(input.name, textOf(input, encoding), at)) {
    const id = text(row[key]);
    if (id !== undefined) found.set(id, row);
  }
  return found;
}

function ofVersion1(row: Row, person: Row | undefined, telling: Telling): Read {
  if (isTrue(row.deleted)) return { leftOut: "deleted" };
  const { state } = row;
  const label = state === "unapproved" ? "pending" : "ham";
  const domain = text(row.domain) ?? text(row.host);
  const at = domain === undefined ? telling : { ...telling, blog: telling.blog ?? `https://${domain}` };
  return pastOf(row.commentHex, label, "person", {
    format: "markdown",
    content: row.markdown,
    post: { url: pageOf(text(row.url) ?? text(row.path), at) },
    parent: { id: row.parentHex === "root" ? undefined : row.parentHex },
    author: authorOf(person, person?.link ?? person?.websiteUrl),
    submittedAt: timeOf(row.creationDate),
  });
}

function ofVersion3(row: Row, person: Row | undefined, page: Row | undefined, telling: Telling): Read {
  if (isTrue(row.isDeleted)) return { leftOut: "deleted" };
  const pending = isTrue(row.isPending);
  if (!pending && !isTrue(row.isApproved)) return { leftOut: "refused there, without a reason" };
  return pastOf(row.id, pending ? "pending" : "ham", "person", {
    format: "markdown",
    content: row.markdown,
    post: { url: pageUrl(row, page, telling), title: page?.title },
    parent: { id: row.parentId },
    author: {
      ...(person === undefined ? { name: row.authorName } : authorOf(person, person.websiteUrl)),
      ip: row.authorIP,
    },
    submittedAt: timeOf(row.createdTime),
  });
}

/** As the comment's own address has it, which ends in its place on the page; else by the path. */
const pageUrl = (row: Row, page: Row | undefined, telling: Telling): string | undefined =>
  telling.blog === undefined && text(row.url) !== undefined
    ? text(row.url)?.replace(/#.*$/s, "")
    : pageOf(text(page?.path), telling);

/** Of nobody in particular there is no row, or one of zeros. */
const authorOf = (person: Row | undefined, url: unknown) => ({
  name: person?.name,
  email: text(person?.email)?.includes("@") ? person?.email : undefined,
  url: url === "undefined" ? undefined : url,
  role: isTrue(person?.isModerator) ? "moderator" : undefined,
});
