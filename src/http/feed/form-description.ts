import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { formAnswer, formFields, ownAnswer } from "../../contract/form.ts";
import { workChallenge } from "../../contract/form-proof.ts";
import { problem } from "../../contract/problem.ts";
import { commentId, siteId } from "../../contract/submission.ts";
import { json } from "../v1/responses.ts";

const params = z.object({ site: siteId });
const tags = ["Blogs without a server"];

const refusals = {
  400: "It is no form that can be read.",
  403: "It comes from a page of another host.",
  404: "There is no site of this name whose own form is switched on, or no such comment.",
  409: "A quarter of an hour is over, somebody has decided on the comment, or it was changed five times.",
  413: "It is larger than 256 KiB.",
  422: "There is no text in it, it names no page of the site, or a field is out of order.",
  429: "Too much came from this network, or for this site, in a minute; or the day's quota is used up. See Retry-After.",
  503: "Nothing was stored; send it again after Retry-After.",
} as const;

/** How it is told that something was not taken: to a script, and on a page that gives the text back. */
const refused = (...statuses: (keyof typeof refusals)[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: refusals[status],
        content: {
          "application/problem+json": { schema: problem },
          "text/html": { schema: z.string() },
        },
      },
    ]),
  );

const form = <T extends z.ZodType>(schema: T) => ({
  body: {
    required: true,
    content: { "application/x-www-form-urlencoded": { schema }, "multipart/form-data": { schema } },
  },
});

const back = {
  description: "The reader is led back to the page, to #hamlet- and what became of it.",
};

const post = createRoute({
  method: "post",
  path: "/f/{site}",
  summary: "Post a comment from a blog's own page",
  description:
    "By the form on a page on one of the site's hosts, with or without a script. A script says Accept: application/json, and is answered in JSON.",
  tags,
  request: { params, ...form(formFields) },
  responses: {
    201: json(formAnswer, "What became of it, to a script."),
    303: back,
    ...refused(400, 403, 404, 413, 422, 429, 503),
  },
});

const token = createRoute({
  method: "get",
  path: "/f/{site}/token",
  summary: "A token for a form that is shown",
  description: "It tells later when the form was asked for, and costs no storage.",
  tags,
  request: { params },
  responses: {
    200: json(
      z.object({
        token: z.string(),
        work: z.literal(true).optional().meta({ description: "The form asks for a solution of /challenge." }),
      }),
      "The token.",
    ),
    ...refused(403, 404),
  },
});

const challenge = createRoute({
  method: "get",
  path: "/f/{site}/challenge",
  summary: "A challenge, as ALTCHA's widget takes it",
  description:
    "Where the owner asks for a proof of work. What the widget makes of it is sent as the field `altcha`, within an hour, with one comment.",
  tags,
  request: { params },
  responses: { 200: json(workChallenge, "The challenge."), ...refused(403, 404) },
});

const own = {
  params: z.object({ site: siteId, id: commentId }),
  edit: z.string().meta({ description: "The token that came with the comment's answer." }),
  post: z.string().optional().meta({ description: "The page to be led back to, without a script." }),
};

const change = createRoute({
  method: "post",
  path: "/f/{site}/comments/{id}",
  summary: "Change one's own comment",
  description:
    "Within 15 minutes, from the browser that has its token. It is judged anew, and the earlier text stays in the history.",
  tags,
  request: {
    params: own.params,
    ...form(z.object({ edit: own.edit, comment: z.string(), post: own.post }).meta({ id: "OwnCommentEdit" })),
  },
  responses: {
    200: json(ownAnswer, "What became of it, to a script."),
    303: back,
    ...refused(400, 403, 404, 409, 413, 422, 429, 503),
  },
});

const remove = createRoute({
  method: "post",
  path: "/f/{site}/comments/{id}/delete",
  summary: "Delete one's own comment",
  description: "Within 15 minutes, from the browser that has its token. Sent again it is answered the same.",
  tags,
  request: {
    params: own.params,
    ...form(z.object({ edit: own.edit, post: own.post }).meta({ id: "OwnCommentRemoval" })),
  },
  responses: {
    200: json(ownAnswer, "It is gone, to a script."),
    303: back,
    ...refused(400, 403, 404, 409, 413, 422, 429, 503),
  },
});

const erase = createRoute({
  method: "post",
  path: "/f/{site}/erase",
  summary: "Ask to be erased",
  description:
    "By whoever left comments on a blog's pages. If anything is kept of the address, she is asked by a mail to it, whose link shows how many comments there are and erases them; where readers are not mailed, the owner is told. It is answered the same in any case.",
  tags,
  request: {
    params,
    ...form(
      z
        .object({
          email: z.string(),
          post: z.string().optional().meta({
            description:
              "The page to be led back to, at #hamlet-asked; undefined: Hamlet's own page says it.",
          }),
        })
        .meta({ id: "ErasureFields" }),
    ),
  },
  responses: {
    202: json(z.object({ status: z.literal("asked") }), "It was noted, to a script."),
    303: back,
    ...refused(403, 404, 413, 422, 429, 503),
  },
});

const erasePage = createRoute({
  method: "get",
  path: "/f/{site}/erase",
  summary: "The page by which to ask for it",
  description: "A form, for pages that have none of their own.",
  tags,
  request: { params },
  responses: {
    200: { description: "The page.", content: { "text/html": { schema: z.string() } } },
    ...refused(404),
  },
});

/** Describes what pages of blogs send, which is answered with pages of people. */
export function describeForm(app: OpenAPIHono<App>): void {
  for (const route of [post, token, challenge, change, remove, erasePage, erase])
    app.openAPIRegistry.registerPath(route);
}
