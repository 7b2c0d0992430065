import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { App } from "../../context.ts";
import { asMeant, cuts, ignored } from "../../contract/as-meant.ts";
import { answerWithHistory } from "../../contract/decision.ts";
import { commentId, sentSubmission, siteId } from "../../contract/submission.ts";
import { answer } from "../../contract/verdict.ts";
import { now } from "../../service/services.ts";
import { intakeOf, takeIn } from "../../service/take-in.ts";
import { jsonBody, noteRefusals } from "../guards/body.ts";
import { notTaken } from "../not-taken.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const submit = createRoute({
  method: "post",
  path: "/v1/sites/{site}/comments",
  summary: "Submit a comment",
  description:
    "Judged at once. Repeat it with the same id until there is an answer; no answer means hold the comment. Give the call 5 seconds.",
  tags: ["Comments"],
  middleware: [noteRefusals, ...jsonBody()],
  request: {
    params: z.object({ site: siteId }),
    body: { required: true, content: { "application/json": { schema: sentSubmission } } },
  },
  responses: {
    201: json(answer, "Stored, and here is the verdict."),
    200: json(
      answer,
      "Known already: the first verdict, the present status. Also the answer to a test or an edit.",
    ),
    ...failures(400, 409, 413, 415, 422),
  },
});

const params = z.object({ site: siteId, id: commentId });

const read = createRoute({
  method: "get",
  path: "/v1/sites/{site}/comments/{id}",
  summary: "Look at a comment",
  tags: ["Comments"],
  request: { params },
  responses: {
    200: json(answerWithHistory, "The comment with its history."),
    ...failures(404),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/sites/{site}/comments/{id}",
  summary: "Delete a comment",
  description:
    "The blog or its reader deleted it: the text, its place in the queue and what it taught go. With keep=lesson, for whoever empties a spam folder, what was learned stays.",
  tags: ["Comments"],
  request: { params, query: z.object({ keep: z.enum(["lesson"]).optional() }) },
  responses: { 204: { description: "Gone." }, ...failures(404, 422) },
});

export function commentRoutes(app: OpenAPIHono<App>): void {
  app.openapi(submit, async (c) => {
    const { services, record, grant } = c.var;
    const submission = c.req.valid("json");
    const meant = asMeant(await c.req.json());
    const warnings = [...cuts(meant, submission), ...ignored(meant, submission)];
    const { HAMLET_SECRET } = services.secrets;
    const intake = await intakeOf({ submission, warnings }, record, HAMLET_SECRET, now());
    const taken = await takeIn(services, record, grant?.n ?? null, intake);
    if (!taken.ok) throw notTaken[taken.reason]();
    const told = warnings.length === 0 ? taken.answer : { ...taken.answer, warnings };
    return c.json(told, taken.created ? 201 : 200);
  });

  app.openapi(read, async (c) => {
    const { services, record } = c.var;
    const comment = await services.siteObject(record.id).answer(c.req.valid("param").id, record);
    if (!comment) throw problem(404, { detail: "There is no comment with this id." });
    return c.json(comment, 200);
  });

  app.openapi(remove, async (c) => {
    const { services, record } = c.var;
    const keepLesson = c.req.valid("query").keep === "lesson";
    const removed = await services.siteObject(record.id).remove(c.req.valid("param").id, keepLesson, record);
    if (!removed) throw problem(404, { detail: "There is no comment with this id." });
    return c.body(null, 204);
  });
}
