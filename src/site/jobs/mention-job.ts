import type { Intake } from "../../contract/intake.ts";
import { nextReset } from "../../contract/plan.ts";
import { isReaction, type MentionKind } from "../../contract/webmention.ts";
import { HOUR, MINUTE } from "../../platform/clock.ts";
import { log } from "../../platform/log.ts";
import { hex, hmac } from "../../secrets/derive.ts";
import { linkable } from "../feed/comment-html.ts";
import { removeByAuthor } from "../intake/own-comment.ts";
import { submit } from "../intake/submit.ts";
import type { Site } from "../site.ts";
import type { Mention } from "../tables/mentions.ts";
import { type Entry, entryOf } from "../webmentions/entry-of.ts";
import { type Means as FetchMeans, fetchPage } from "../webmentions/fetch-page.ts";
import { readPage } from "../webmentions/read-page.ts";

interface Means extends FetchMeans {
  readonly master: string;
}

/** Pages read in one alarm, at the same time. */
const AT_ONCE = 5;
/** The pauses after a failure; after the last it is given up. */
const PAUSES = [10 * MINUTE, 2 * HOUR];

/** What a page is told to have done that says no word: for the moderator who reads it, and for the filter. */
const WORDLESS: Readonly<Record<MentionKind, string>> = {
  like: "likes this page",
  repost: "reposted this page",
  bookmark: "bookmarked this page",
  reply: "replied to this page",
  mention: "mentions this page",
};

/** Reads pages that say they mention one of the blog's, and takes what they say in like any comment. */
export async function readMentions(site: Site, means: Means, now: () => number): Promise<void> {
  await Promise.all(site.mentions.due(now(), AT_ONCE).map((mention) => readOne(site, means, mention, now)));
}

async function readOne(site: Site, means: Means, mention: Mention, now: () => number): Promise<void> {
  const { source, target } = mention;
  const fetched = await fetchPage(source, means);
  if ("fault" in fetched) {
    log("info", "webmention unread", { site: site.record.id, what: fetched.fault.slice(0, 100) });
    return fetched.again ? tryAgain(site, mention, now()) : site.mentions.done(mention);
  }
  const page = "gone" in fetched ? undefined : readPage(fetched.html, fetched.url, target);
  if (!page?.links) return takeDown(site, mention, now());
  const entry = entryOf(page, target);
  const intake = await intakeOf(mention, entry, means.master, now());
  takeIn(site, mention, entry, intake, now());
}

/** The page is gone, or does not link to the blog's: what it said goes, too. */
function takeDown(site: Site, mention: Mention, now: number): void {
  site.transaction(() => {
    const row = site.comments.get(mention.id);
    if (row) removeByAuthor(site, row, now);
    site.mentions.read(mention, undefined);
    site.mentions.done(mention);
  });
}

function tryAgain(site: Site, mention: Mention, now: number): void {
  const pause = PAUSES[mention.tries];
  if (pause === undefined) site.mentions.done(mention);
  else site.mentions.later(mention, now + pause, mention.tries + 1);
}

function takeIn(site: Site, mention: Mention, { kind, published }: Entry, intake: Intake, now: number): void {
  site.transaction(() => {
    const before = site.mentions.of(mention.id);
    const taken = submit(site, intake, { record: site.record, key: null, isStranger: true });
    // The day has no room left for it.
    if (!taken.ok) return site.mentions.later(mention, nextReset(now), mention.tries);
    site.mentions.read(mention, kind, published);
    site.mentions.done(mention);
    const row = site.comments.get(mention.id);
    if (row?.status === "published" && before?.kind !== kind) site.shownChanged(row.thread);
  });
}

/** What a page says as a comment on its way: another text, name or kind is an edit of it. */
async function intakeOf(
  { id, source, target }: Mention,
  { kind, author, content, format }: Entry,
  master: string,
  now: number,
): Promise<Intake> {
  const name = author.name?.slice(0, 256);
  const url = linkable(author.url?.slice(0, 2_048)) ?? source;
  const words = content === "" || isReaction(kind) ? WORDLESS[kind] : content;
  return {
    id,
    comment: {
      type: "webmention",
      format: words === content ? format : "text",
      content: words,
      post: { url: target },
      author: { name, url },
    },
    hash: hex(await hmac(master, `webmention\n${JSON.stringify([kind, name, url, words])}`)),
    arrived: now,
    recheckReason: "edit",
    test: false,
  };
}
