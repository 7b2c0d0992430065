import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import type { App, AppContext } from "../../context.ts";
import { type SystemName, systemNames, systems as titles } from "../../contract/integration.ts";
import { errorsOf } from "../../contract/problem.ts";
import { siteId } from "../../contract/submission.ts";
import { type Answer, status } from "../../contract/verdict.ts";
import { receiveComment, receiveDeletion } from "../../service/receive.ts";
import type { Said } from "../../systems/system.ts";
import { systems } from "../../systems/systems.ts";
import { jsonBody, noteRefusals } from "../guards/body.ts";
import { notTaken } from "../not-taken.ts";
import { problem } from "../problem.ts";
import { failures, json } from "../v1/responses.ts";

const received = z
  .object({
    said: z.enum(["comment", "deletion", "nothing"]).meta({ description: "What the request was taken for." }),
    id: z.string().optional(),
    status: status.nullable().optional(),
  })
  .meta({ id: "Received" });

/** One route for each other comment system. */
export function receiverRoutes(app: OpenAPIHono<App>): void {
  for (const name of systemNames) receiverRoute(app, name);
}

function receiverRoute(app: OpenAPIHono<App>, name: SystemName): void {
  const { body, read, answer } = systems[name].inward;
  const route = createRoute({
    method: "post",
    path: `/in/${name}/{site}`,
    summary: `Hear from ${titles[name]}`,
    description: `What ${titles[name]} posts by itself or with the patch of docs/integrations/${name}.md.`,
    tags: ["Other systems"],
    middleware: [noteRefusals, ...jsonBody()],
    request: {
      params: z.object({ site: siteId }),
      body: { required: true, content: { "application/json": { schema: body } } },
    },
    responses: {
      200: answer
        ? json(z.looseObject({}), `What ${titles[name]} is to do with the comment.`)
        : json(received, "Taken. The verdict goes back in the system's own way."),
      ...failures(400, 409, 413, 415, 422),
    },
  });
  app.openapi(route, async (c) => {
    const said = await read(c.req.valid("json"), c.req.raw.headers);
    const taken = await take(c, name, said);
    return c.json(answer ? answer(taken) : receipt(said, taken), 200);
  });
}

/** Does what a system says; answers what became of its comment, if that is what it says. */
async function take(c: AppContext, name: SystemName, said: Said): Promise<Answer | undefined> {
  const { services, record } = c.var;
  if (said.what === "deletion") await receiveDeletion(services, record, name, said.id);
  if (said.what !== "comment") return undefined;
  const taken = await receiveComment(services, record, name, said);
  if ("issues" in taken)
    throw problem(422, { detail: "Some fields are not acceptable.", errors: errorsOf(taken.issues) });
  if (taken.ok) return taken.answer;
  const isHeld =
    systems[name].inward.answer && ["unavailable", "exhausted", "postponed"].includes(taken.reason);
  if (!isHeld) throw notTaken(taken.reason);
  return undefined;
}

const receipt = ({ what }: Said, taken: Answer | undefined) => ({
  said: what,
  ...(taken && { id: taken.id, status: taken.status }),
});
