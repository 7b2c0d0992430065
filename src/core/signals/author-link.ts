import { extentOf } from "../reading/extent.ts";
import type { Link } from "../reading/link.ts";
import { isOwn } from "../reading/subject.ts";
import { bucket } from "./bucket.ts";
import type { FittedSignal } from "./signal.ts";

const LENGTHS = [0, 100, 400, 1600];
const LONG_HOST = 22;
/** A program's page or a file: no home page ends so. */
const PAGE = /\.(?:html?|php|aspx?|jsp|cgi)$|[?=]/i;
/** Where people keep a blog or a profile under their own name. */
const HOMES =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|github\.(?:io|com)|gitlab\.(?:io|com)|tumblr\.com|medium\.com|livejournal\.com|typepad\.com|substack\.com|bsky\.app|mastodon\.[a-z]+|twitter\.com|x\.com|facebook\.com|linkedin\.com|instagram\.com|youtube\.com|about\.me|neocities\.org|hatenablog\.com|ameblo\.jp|note\.com|qiita\.com|csdn\.net|cnblogs\.com|weibo\.com|zhihu\.com|jianshu\.com|tistory\.com|naver\.com|velog\.io|over-blog\.com|canalblog\.com|blog\.[a-z]{2,3})$/;

/** The front page of a search engine or a network: nobody's own, it only fills the field. */
const NOBODYS =
  /^(?:(?:google|yahoo|yandex|amazon)\.[a-z.]+|(?:bing|msn|facebook|youtube|twitter|instagram|linkedin|pinterest|reddit|gmail|hotmail|outlook|baidu|apple|microsoft|wikipedia)\.(?:com|org))$/;

/** What kind of address the author left. A home page and a place on a blog host are what honest people leave, too. */
function kindsOf({ host, path }: Pick<Link, "host" | "path">): string[] {
  const bare = path.replace(/[/#]+$/, "");
  if (bare === "" && NOBODYS.test(host)) return ["nobody's"];
  const home = HOMES.test(host);
  const kinds: string[] = [home ? "home host" : "own host"];
  if (bare.length > 1) kinds.push(home ? "profile" : "deep");
  if (bare.lastIndexOf("/") > 0 && !home) kinds.push("deeper");
  if (PAGE.test(bare)) kinds.push("page");
  if (host.split("-").length > 2) kinds.push("hyphens");
  else if (host.includes("-")) kinds.push("hyphen");
  if (/\d/.test(host)) kinds.push("digits");
  if (host.length > LONG_HOST) kinds.push("long");
  return kinds;
}

export const authorLink: FittedSignal = {
  name: "author-link",
  group: "author",
  asksHosts: true,
  description:
    "The author's website: a home page, or a deep one, a hyphenated or long host, or one repeated in the text",
  detect(subject) {
    const { site, links, ascii, content, comment } = subject;
    // Of a webmention it is who reacted, and every one has it.
    if (!site || comment.type === "webmention" || isOwn(subject, site.host)) return undefined;
    const url = comment.author.url ?? "";
    const kinds = kindsOf(site);
    const variants = ["present", `present/${bucket(extentOf(content, ascii), LENGTHS)}`, ...kinds];
    if (links.some((link) => link.domain === site.domain)) variants.push("in text");
    return {
      strength: kinds.includes("deep") ? 1 : 0.5,
      evidence: `${site.host}${site.path}`.slice(0, 80),
      span: { field: "author.url", start: 0, end: url.length },
      variants,
    };
  },
};
