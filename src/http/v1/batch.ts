import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import * as z from "zod";
import type { App } from "../../context.ts";
import { batchLine, MAX_BATCH_BYTES, MOST_IN_BATCH } from "../../contract/batch.ts";
import { siteId, submission } from "../../contract/submission.ts";
import { linesOf, takeBatch } from "../../service/batch.ts";
import { RETRY_AFTER } from "../guards/rate.ts";
import { notTaken } from "../not-taken.ts";
import { problem } from "../problem.ts";
import { failures } from "./responses.ts";

const NDJSON = "application/x-ndjson";

const submitBatch = createRoute({
  method: "post",
  path: "/v1/sites/{site}/comments:batch",
  summary: "Submit many comments",
  description: `For whoever checks a blog's comments again, or builds its pages: JSON lines, at most ${MOST_IN_BATCH} and 2 MiB a call, each as the call for one comment takes it. Answered by a line for each, in order; a line that is not taken keeps none of the others. Each line counts for the rate. Send it again with the same ids if there is no answer.`,
  tags: ["Comments"],
  middleware: bodyLimit({
    maxSize: MAX_BATCH_BYTES,
    onError: () => {
      throw problem(413, { detail: `The body may have at most ${MAX_BATCH_BYTES} bytes.` });
    },
  }),
  request: {
    params: z.object({ site: siteId }),
    body: { required: true, content: { [NDJSON]: { schema: submission } } },
  },
  responses: {
    200: {
      description: "What became of each line.",
      content: { [NDJSON]: { schema: batchLine } },
    },
    ...failures(413, 422),
  },
});

export function batchRoutes(app: OpenAPIHono<App>): void {
  app.openapi(submitBatch, async (c) => {
    const { services, record, grant } = c.var;
    const lines = linesOf(await c.req.text());
    if (typeof lines === "string") throw problem(422, { detail: lines });
    // Its guard lets nobody through without a key.
    if (!grant) throw notTaken("revoked");
    const taken = await takeBatch({ services, record, grant }, lines);
    if (taken === "limited")
      throw problem(429, {
        detail: "More than 600 comments a minute with this key. None was taken.",
        retryAfter: RETRY_AFTER,
      });
    if (typeof taken === "string") throw notTaken(taken);
    const answers = taken.map((line) => `${JSON.stringify(line)}\n`).join("");
    return c.body(answers, 200, { "content-type": NDJSON }) as never;
  });
}
