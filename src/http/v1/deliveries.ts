import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App } from "../../context.ts";
import { answerWithHistory } from "../../contract/decision.ts";
import { type DeliveriesAnswer, deliveries, replayed } from "../../contract/delivery.ts";
import type { Deliveries, Delivery } from "../../contract/outgoing.ts";
import { commentId, siteId } from "../../contract/submission.ts";
import { keysDoing } from "../guards/site-key.ts";
import { problem } from "../problem.ts";
import { failures, json } from "./responses.ts";

const common = { tags: ["Deliveries"] };
const params = z.object({ site: siteId });

const list = createRoute({
  ...common,
  method: "get",
  path: "/v1/sites/{site}/deliveries",
  summary: "What is still to be told to the blog",
  request: { params },
  responses: { 200: json(deliveries, "Deliveries that are not done.") },
});

const replayAll = createRoute({
  ...common,
  method: "post",
  path: "/v1/sites/{site}/deliveries/replay",
  summary: "Take up all dead letters",
  description: "Each comment's current state is sent as a new event; at most 200 comments a call.",
  request: { params },
  responses: { 202: json(replayed, "On their way."), ...failures(409) },
});

const replayOne = createRoute({
  ...common,
  method: "post",
  path: "/v1/sites/{site}/comments/{id}/replay",
  summary: "Send a comment's current state again",
  description: "As a new event, at once.",
  request: { params: params.extend({ id: commentId }) },
  responses: { 202: json(answerWithHistory, "On its way."), ...failures(404, 409) },
});

const noEndpoint = () =>
  problem(409, { detail: "The site has no webhook to send to, or only logs. Read the feed instead." });

export function deliveryRoutes(app: OpenAPIHono<App>): void {
  app.openapi(list, async (c) => {
    const { services, record } = c.var;
    return c.json(described(await services.siteObject(record.id).deliveries(record)), 200);
  });

  app.openapi(replayAll, async (c) => {
    const { services, record } = c.var;
    const done = await services.siteObject(record.id).replayDead(keysDoing(c), record);
    if (!done) throw noEndpoint();
    return c.json(done, 202);
  });

  app.openapi(replayOne, async (c) => {
    const { services, record } = c.var;
    const { id } = c.req.valid("param");
    const object = services.siteObject(record.id);
    const done = await object.replay(id, keysDoing(c), record);
    if (!done.ok && done.reason === "no_endpoint") throw noEndpoint();
    const comment = done.ok ? await object.answer(id, record) : undefined;
    if (!comment) throw problem(404, { detail: "There is no comment with this id." });
    return c.json(comment, 202);
  });
}

const date = (time: number) => new Date(time).toISOString();

function described({ counts, failing, underway, dead }: Deliveries): DeliveriesAnswer {
  return {
    counts,
    failing: failing.map(({ endpoint, since, due, reason }) => ({
      endpoint,
      since: date(since),
      next: date(due),
      reason,
    })),
    underway: underway.map(one),
    dead: dead.map(one),
  };
}

function one({ state, due, ...delivery }: Delivery): DeliveriesAnswer["dead"][number] {
  if (state === "dead") return { ...delivery, state, due: null };
  return { ...delivery, state: state === "sending" ? "sending" : "waiting", due: date(due) };
}
