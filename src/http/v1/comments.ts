import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { HTTPException } from "hono/http-exception";
import * as z from "zod";
import type { App } from "../../context.ts";
import { asMeant, warningsOf } from "../../contract/as-meant.ts";
import type { Decided, Replied } from "../../contract/decided.ts";
import {
  alreadyDecided,
  answerWithHistory,
  decisionRequest,
  feed,
  replyRequest,
} from "../../contract/decision.ts";
import { problem as problemSchema } from "../../contract/problem.ts";
import { commentId, sentSubmission, siteId } from "../../contract/submission.ts";
import { answer } from "../../contract/verdict.ts";
import { now } from "../../service/services.ts";
import { intakeOf, takeIn } from "../../service/take-in.ts";
import { jsonBody, noteRefusals } from "../guards/body.ts";
import { keysDoing } from "../guards/site-key.ts";
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
    const warnings = warningsOf(asMeant(await c.req.json()), submission);
    const { HAMLET_SECRET } = services.secrets;
    const intake = await intakeOf({ submission, warnings }, record, HAMLET_SECRET, now());
    const taken = await takeIn(services, record, grant?.n ?? null, intake);
    if (!taken.ok) throw notTaken(taken.reason);
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

const decide = createRoute({
  method: "post",
  path: "/v1/sites/{site}/comments/{id}/decision",
  summary: "Decide on a comment",
  description:
    "The same decision again changes nothing. To change somebody's decision send the present revision.",
  tags: ["Decisions"],
  middleware: jsonBody(),
  request: {
    params,
    body: { required: true, content: { "application/json": { schema: decisionRequest } } },
  },
  responses: {
    200: json(answerWithHistory, "The comment as it is now."),
    ...failures(400, 404, 413, 415, 422),
    409: {
      description: "Decided by somebody else, changed since it was seen, or nothing to undo.",
      content: {
        "application/problem+json": { schema: problemSchema.extend(alreadyDecided.partial().shape) },
      },
    },
  },
});

const reply = createRoute({
  method: "post",
  path: "/v1/sites/{site}/comments/{id}/reply",
  summary: "Answer a comment",
  description:
    "The answer is sent to the blog as comment.reply, if the site's settings say so (sendReplies). Once sent it cannot be taken back.",
  tags: ["Decisions"],
  middleware: jsonBody(),
  request: {
    params,
    body: { required: true, content: { "application/json": { schema: replyRequest } } },
  },
  responses: {
    200: json(answerWithHistory, "The comment as it is now."),
    ...failures(400, 404, 413, 415, 422),
    409: {
      description:
        "Its blog takes no answers, or it is not published: with approve it is, unless somebody decided on it meanwhile.",
      content: {
        "application/problem+json": { schema: problemSchema.extend(alreadyDecided.partial().shape) },
      },
    },
  },
});

const decisions = createRoute({
  method: "get",
  path: "/v1/sites/{site}/decisions",
  summary: "Read what was decided",
  description: "Everything after a sequence, in order; pass the answer's next as since the next time.",
  tags: ["Decisions"],
  request: {
    params: z.object({ site: siteId }),
    query: z.object({
      since: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: { 200: json(feed, "Decisions, oldest first."), ...failures(422) },
});

function refusal(decided: Exclude<Decided | Replied, { ok: true }>): HTTPException {
  switch (decided.reason) {
    case "not_taken":
      return problem(409, {
        detail:
          "The comment's blog takes no answers: its setting sendReplies is off, or it only watches, or the comment came another way.",
      });
    case "unknown_comment":
      return problem(404, { detail: "There is no comment with this id." });
    case "nothing_to_undo":
      return problem(409, { detail: "No person's decision stands on this comment." });
    case "already_decided":
      return problem(409, {
        detail: "It was decided or changed before. To change it, send this revision.",
        more: decided.standing,
      });
  }
}

export function decisionRoutes(app: OpenAPIHono<App>): void {
  app.openapi(decide, async (c) => {
    const { services, record } = c.var;
    const { id } = c.req.valid("param");
    const object = services.siteObject(record.id);
    const asked = c.req.valid("json");
    const decided = await object.decide(id, { ...asked, by: keysDoing(c, asked.by) }, record);
    if (!decided.ok) throw refusal(decided);
    const comment = await object.answer(id, record);
    if (!comment) throw problem(404);
    return c.json(comment, 200);
  });

  app.openapi(reply, async (c) => {
    const { services, record } = c.var;
    const { id } = c.req.valid("param");
    const object = services.siteObject(record.id);
    const asked = c.req.valid("json");
    const replied = await object.reply(id, { ...asked, by: keysDoing(c, asked.by) }, record);
    if (!replied.ok) throw refusal(replied);
    const comment = await object.answer(id, record);
    if (!comment) throw problem(404);
    return c.json(comment, 200);
  });

  app.openapi(decisions, async (c) => {
    const { services, record } = c.var;
    const { since, limit } = c.req.valid("query");
    const read = await services.siteObject(record.id).decisions(since, limit, record);
    return c.json(read, 200);
  });
}
