import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { App } from "../../context.ts";
import { MAX_BODY_BYTES } from "../../contract/submission.ts";
import { problem } from "../problem.ts";
import { shapeFault } from "./json-shape.ts";

export const tooLarge = (most = MAX_BODY_BYTES) =>
  problem(413, { detail: `The body may have at most ${most} bytes.` });

/** Refuses a body of more than the bearable size: by what it says of itself, else while it comes in. */
const bearableBody = (most: number): MiddlewareHandler<App> =>
  bodyLimit({
    maxSize: most,
    onError: () => {
      throw tooLarge(most);
    },
  });

interface Bearable {
  /** No body will do. */
  readonly optional?: boolean;
  /** Bytes. */
  readonly most?: number;
}

/** Lets only JSON of a bearable size and shape through: 415, 413 and 400 with the reason. */
export function jsonBody({
  optional = false,
  most = MAX_BODY_BYTES,
}: Bearable = {}): [MiddlewareHandler<App>, MiddlewareHandler<App>] {
  return [
    bearableBody(most),
    async function jsonBody(c, next) {
      if (optional && (await c.req.text()) === "") {
        c.req.raw = withoutType(c.req.raw);
        return next();
      }
      const type = c.req.header("content-type") ?? "";
      if (!/^application\/([a-z.-]+\+)?json\s*(;|$)/i.test(type)) {
        throw problem(415, { detail: "Send the body as application/json." });
      }
      const text = await c.req.text();
      const fault = shapeFault(text);
      if (fault !== undefined) throw problem(400, { detail: fault });
      try {
        JSON.parse(text);
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
