import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App, AppContext } from "../../context.ts";
import { feed } from "../../contract/feed.ts";
import { hostsOf } from "../../contract/policy.ts";
import type { SiteRecord } from "../../contract/site-record.ts";
import { siteId } from "../../contract/submission.ts";
import { ownPage, threadOf } from "../../contract/thread.ts";
import { hash } from "../../core/hash.ts";
import { countsOf, feedOf } from "../../service/feed.ts";
import { siteWithForm } from "../../service/form.ts";
import { problem } from "../problem.ts";
import { failures, json } from "../v1/responses.ts";
import { atomOf } from "./atom.ts";

/** How long browsers may show what they have, seconds. */
const CACHED = 10;
/** Pages that one call may ask about. */
const MOST_POSTS = 100;

const params = z.object({ site: siteId });
const post = z.string().max(2048).meta({
  example: "https://blog.example/posts/loops/",
  description: "The page's address, on one of the site's hosts.",
});

const comments = createRoute({
  method: "get",
  path: "/f/{site}/comments",
  summary: "What was published on a page",
  description:
    "For the readers of a blog whose own form is switched on: the oldest first, or as Atom the newest first. What was taken down is gone within two minutes.",
  tags: ["Blogs without a server"],
  request: { params, query: z.object({ post, format: z.enum(["json", "atom"]).default("json") }) },
  responses: {
    200: json(feed, "Its comments."),
    304: { description: "As they were." },
    ...failures(404, 422),
  },
});

const counts = createRoute({
  method: "get",
  path: "/f/{site}/counts",
  summary: "How many comments pages have",
  description: "Of the pages named, up to 100. Which others have comments is told to nobody.",
  tags: ["Blogs without a server"],
  request: {
    params,
    query: z.object({
      post: z.union([post, z.array(post).max(MOST_POSTS)], {
        error: `the address of a page, or of up to ${MOST_POSTS}`,
      }),
    }),
  },
  responses: {
    200: json(z.object({ counts: z.record(z.string(), z.int()) }), "By page."),
    304: { description: "As they were." },
    ...failures(404, 422),
  },
});

/** What anybody may read of a blog whose own form is switched on. */
export function feedRoutes(app: OpenAPIHono<App>): void {
  app.openapi(comments, async (c) => {
    const record = await recordOf(c);
    const { post: asked, format } = c.req.valid("query");
    const [page, thread] = pageOf(record, asked);
    const found = await feedOf(c.var.services, record, thread);
    if (format === "json") return kept(c, record, JSON.stringify(found), "application/json") as never;
    const atom = atomOf(found, { site: record.settings.name, page, self: c.req.url });
    return kept(c, record, atom, "application/atom+xml; charset=utf-8") as never;
  });

  app.openapi(counts, async (c) => {
    const record = await recordOf(c);
    const { post: asked } = c.req.valid("query");
    const all = await countsOf(c.var.services, record);
    const told = [asked].flat().map((page) => [page, all[pageOf(record, page)[1]] ?? 0] as const);
    const body = JSON.stringify({ counts: Object.fromEntries(told) });
    return kept(c, record, body, "application/json") as never;
  });
}

async function recordOf(c: AppContext): Promise<SiteRecord> {
  const record = await siteWithForm(c.var.services, c.req.param("site") ?? "");
  if (!record) throw problem(404, { detail: "There is no site of this name whose own form is switched on." });
  return record;
}

/** The page that is asked about, and what its comments are found by. */
function pageOf({ settings }: SiteRecord, asked: string): readonly [page: string, thread: string] {
  const page = ownPage(asked, hostsOf(settings));
  if (page) return [page.href, threadOf(page.href) ?? ""];
  const errors = [{ pointer: "#/post", detail: "an address on one of the site's hosts" }];
  throw problem(422, { detail: "Some fields are not acceptable.", errors });
}

/** Answers with what scripts of the blog's pages may read and browsers keep for a moment; whoever has it is told so. */
function kept(c: AppContext, { settings }: SiteRecord, body: string, type: string): Response {
  const etag = `"${hash(body).toString(36)}-${body.length.toString(36)}"`;
  const origin = c.req.header("origin") ?? "";
  const isOwn = URL.canParse(origin) && hostsOf(settings).includes(new URL(origin).host);
  c.header("etag", etag);
  c.header("cache-control", `public, max-age=${CACHED}`);
  c.header("vary", "origin");
  c.header("x-content-type-options", "nosniff");
  if (isOwn) c.header("access-control-allow-origin", origin);
  const isKnown = (c.req.header("if-none-match") ?? "").replace(/^W\//, "") === etag;
  return isKnown ? c.body(null, 304) : c.body(body, 200, { "content-type": type });
}
