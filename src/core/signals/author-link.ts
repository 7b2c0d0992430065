import type { Address } from "../reading/address.ts";
import { extentOf } from "../reading/extent.ts";
import { isOwn } from "../reading/subject.ts";
import { bucketAt } from "./bucket.ts";
import { SITE } from "./has.ts";
import type { FittedSignal } from "./signal.ts";

const LENGTHS = [0, 100, 400, 1600];
const PRESENT = LENGTHS.map((length) => `present/${length}`);
const LONG_HOST = 22;
/** A program's page or a file: no home page ends so. */
const PAGE = /\.(?:html?|php|aspx?|jsp|cgi)$|[?=]/i;
/** Where people keep a blog or a profile under their own name. */
const HOMES = new Set(
  "wordpress.com github.io github.com gitlab.io gitlab.com tumblr.com medium.com livejournal.com typepad.com substack.com bsky.app twitter.com x.com facebook.com linkedin.com instagram.com youtube.com about.me neocities.org hatenablog.com ameblo.jp note.com qiita.com csdn.net cnblogs.com weibo.com zhihu.com jianshu.com tistory.com naver.com velog.io over-blog.com canalblog.com".split(
    " ",
  ),
);
/** The same with endings of many countries. */
const HOME = /(?:^|\.)(?:blogspot\.[a-z.]+|mastodon\.[a-z]+|blog\.[a-z]{2,3})$/;
const MAY_BE_HOME = /blog|mastodon/;

/** The front page of a search engine or a network: nobody's own, it only fills the field. */
const NOBODYS =
  /^(?:(?:google|yahoo|yandex|amazon)\.[a-z.]+|(?:bing|msn|facebook|youtube|twitter|instagram|linkedin|pinterest|reddit|gmail|hotmail|outlook|baidu|apple|microsoft|wikipedia)\.(?:com|org))$/;

/** Whether a host is one of these, or below it. */
function isHome(host: string): boolean {
  const above = host.lastIndexOf(".", host.lastIndexOf(".") - 1);
  return HOMES.has(host.slice(above + 1)) || (MAY_BE_HOME.test(host) && HOME.test(host));
}

/** Adds what kind of address the author left. A home page and a place on a blog host are what honest people leave, too. */
function addKinds(kinds: string[], { host, path }: Address): void {
  const bare = path.endsWith("/") || path.endsWith("#") ? path.replace(/[/#]+$/, "") : path;
  if (bare === "" && NOBODYS.test(host)) {
    kinds.push("nobody's");
    return;
  }
  const home = isHome(host);
  kinds.push(home ? "home host" : "own host");
  if (bare.length > 1) kinds.push(home ? "profile" : "deep");
  if (bare.lastIndexOf("/") > 0 && !home) kinds.push("deeper");
  if (bare !== "" && PAGE.test(bare)) kinds.push("page");
  const hyphen = host.indexOf("-");
  if (hyphen >= 0) kinds.push(host.includes("-", hyphen + 1) ? "hyphens" : "hyphen");
  if (/\d/.test(host)) kinds.push("digits");
  if (host.length > LONG_HOST) kinds.push("long");
}

export const authorLink: FittedSignal = {
  name: "author-link",
  group: "author",
  needs: SITE,
  asksHosts: true,
  description:
    "The author's website: a home page, or a deep one, a hyphenated or long host, or one repeated in the text",
  detect(subject) {
    const { site, links, ascii, content, comment } = subject;
    // Of a webmention it is who reacted, and every one has it.
    if (!site || comment.type === "webmention" || isOwn(subject, site.host)) return undefined;
    const url = comment.author.url ?? "";
    const variants = ["present", PRESENT[bucketAt(extentOf(content, ascii), LENGTHS)] as string];
    addKinds(variants, site);
    if (links.some((link) => link.domain === site.domain)) variants.push("in text");
    return {
      strength: variants.includes("deep") ? 1 : 0.5,
      evidence: `${site.host}${site.path}`.slice(0, 80),
      span: { field: "author.url", start: 0, end: url.length },
      variants,
    };
  },
};
