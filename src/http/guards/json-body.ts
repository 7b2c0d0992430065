import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App } from "../../context.ts";
import { MAX_BODY_BYTES } from "../../contract/submission.ts";
import { problem } from "../problem.ts";

export const tooLarge = () => problem(413, { detail: `The body may have at most ${MAX_BODY_BYTES} bytes.` });

/** Refuses a body of more than the bearable size: by what it says of itself, else while it comes in. */
export const bearableBody: MiddlewareHandler<App> = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw tooLarge();
  },
});

/**
 * Lets only JSON of a bearable size through: 415, 413 and 400 with the reason. `optional`: no body will do.
 */
export function jsonBody({ optional = false } = {}): [MiddlewareHandler<App>, MiddlewareHandler<App>] {
  return [
    bearableBody,
    async function jsonBody(c, next) {
      if (optional && (await c.req.text()) === "") {
        c.req.raw = withoutType(c.req.raw);
        return next();
      }
      const type = c.req.header("content-type") ?? "";
      if (!/^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(type)) {
        throw problem(415, { detail: "Send the body as application/json." });
      }
      try {
        JSON.parse(await c.req.text());
      } catch (failure) {
        throw problem(400, { detail: failure instanceof Error ? failure.message : "The body is not JSON." });
      }
      await next();
    },
  ];
}

/** A request without a body, whatever its content type claims: nothing is there to be parsed. */
function withoutType({ url, method, headers }: Request): Request {
  const kept = new Headers(headers);
  kept.delete("content-type");
  return new Request(url, { method, headers: kept });
}
