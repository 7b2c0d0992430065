import type { Document } from "./documents.ts";

/** Blogs with both classes: what holds on one that was not trained on is what counts. */
export const BLOGS = ["blog-joehx", "blog-made-mistakes", "blog-willymcallister"];

/**
 * Other sources that are left out together, each once: one inbox stays in one group, and each group holds some of every
 * language, so that the rest can still know the language.
 */
const GROUPS: readonly (readonly string[])[] = [
  "form-mul-aom form-en-aom bbs-zh-qihoo blog-chrisrisner wp-en-momsite wxr-zh-roshanzheng wxr-zh-dkmeteor wxr-en-atonse wxr-en-cclabs wxr-zh-agenge wxr-en-mythz wxr-fr-alexandrerio",
  "tg-ru-radiot yt-id-judol form-en-procare form-es-procare form-en-blevins blog-bloggerbust wxr-mul-dmacvicar wxr-zh-wikimo wp-en-midonet wxr-zh-bodesmile wxr-en-betablog wxr-zh-nourlcn wxr-en-dtsn",
  "vk-ru-stankin fb-vi-nt1610 form-en-rampiq sms-tr-collection ig-id-comments wxr-zh-douo wxr-en-amackera wp-en-tcmini wxr-de-chapterone wxr-zh-changer119 wxr-zh-amunda wxr-en-chrisjrob wxr-zh-aem3372 wxr-en-spotthevuln",
  "tg-uk-swindlers sms-fa-mahdiyar blog-yehudab wxr-en-janvan wxr-zh-clarkok wxr-zh-assassingj wp-zh-allisterke wp-zh-hewhereis wp-en-metafluidics form-en-trendy form-en-ividf form-en-ffoty form-en-small gb-de-djj wxr-en-andylockran wxr-zh-beyondbright wxr-en-aflyen",
].map((names) => names.split(" "));

/** Sets of sources to leave out, one set at a time: each blog alone, then the groups. */
export function foldsOf(documents: readonly Document[]): string[][] {
  const present = new Set(documents.map(({ source }) => source));
  const folds = [...BLOGS.map((blog) => [blog]), ...GROUPS];
  const named = folds.map((fold) => fold.filter((source) => present.has(source)));
  const known = named.filter((fold) => fold.length > 0);
  if (BLOGS.some((blog) => present.has(blog))) return known;
  return [...present].filter((source) => hasBoth(documents, source)).map((source) => [source]);
}

function hasBoth(all: readonly Document[], source: string): boolean {
  const rows = all.filter((document) => document.source === source);
  const others = all.some((document) => document.source !== source);
  return others && rows.some((row) => row.spam) && rows.some((row) => !row.spam);
}
