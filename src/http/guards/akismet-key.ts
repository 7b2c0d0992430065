import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { queryOf } from "../../platform/address.ts";
import { isMultipart, type Parameters, parametersOf } from "../../platform/forms/parameters.ts";
import { TooManyFields } from "../../platform/forms/raw-field.ts";
import { countFields } from "../../platform/forms/urlencoded.ts";
import { noteKeyUse } from "../../service/key-use.ts";
import { isWithinRate } from "../../service/rate.ts";
import { invalid, unavailable } from "../akismet/answers.ts";
import { noteFault } from "../akismet/diagnostics.ts";
import { faultTexts, hostKey, open, sentKey } from "../akismet/key.ts";
import { problemResponse } from "../problem.ts";
import { bodyUpTo } from "./body.ts";
import type { Guard } from "./guard.ts";
import { RETRY_AFTER } from "./rate.ts";

/** WordPress sends a text twice, escaped, which triples it; some clients post all of their environment along. */
const MAX_BODY = 512 * 1024;
/** In parts nothing is escaped, and no client sends a text twice. */
const MAX_BODY_IN_PARTS = 64 * 1024;
const LONGEST_CLIENT = 200;

/**
 * A key sent as Akismet's clients send it, which also says which site is meant. Sets `akismet`. Others are
 * told "invalid".
 */
export const akismetKey: Guard = {
  middleware: [
    async function guid(c, next) {
      await next();
      const missing = c.req.path.endsWith("/comment-check") && !c.res.headers.has("x-akismet-guid");
      // Without one WordPress' own rules decide, and nobody asks again.
      if (missing) c.header("x-akismet-guid", crypto.randomUUID().replaceAll("-", ""));
    },
    async function akismetKey(c, next) {
      const { services } = c.var;
      const call = c.req.path.split("/").at(-1) ?? "";
      const parameters = await parametersIn(c.req.raw);
      if ("most" in parameters)
        return invalid(`The request may have at most ${parameters.most} ${parameters.what}`);
      const client = (c.req.header("user-agent") ?? "").slice(0, LONGEST_CLIENT);
      const sent = sentKey(call, parameters, c.req.header("host") ?? "");
      const opened = await open(services, sent);
      if (!opened.ok) {
        const { fault, hash } = opened;
        noteFault(services, { call, client, parameters, sent, fault, hash });
        return invalid(faultTexts[fault]);
      }
      const { record, grant } = opened;
      if (!(await isWithinRate(services, record.id, grant)))
        return unavailable(429, "More than 600 requests a minute", RETRY_AFTER);
      noteKeyUse(services, record, grant.n);
      c.set("akismet", { services, record, grant, parameters, client });
      await next();
      return undefined;
    },
  ],
};

/** `most`: there are more than so many, too many to be taken apart. */
async function parametersIn(
  request: Request,
): Promise<Parameters | TooManyFields | { readonly most: number; readonly what: "bytes" }> {
  const type = request.headers.get("content-type") ?? "";
  const [most, look] = isMultipart(type) ? [MAX_BODY_IN_PARTS] : [MAX_BODY, countFields];
  try {
    const body = request.method === "POST" ? await bodyUpTo(request, most, look) : new Uint8Array();
    return body ? parametersOf(queryOf(request.url), body, type) : { most, what: "bytes" };
  } catch (failure) {
    if (failure instanceof TooManyFields) return failure;
    throw failure;
  }
}

/**
 * Keeps a host that is a key's own to this protocol, as what stands in a host's name is known to the world.
 */
export const keyHost: MiddlewareHandler<App> = async (c, next) => {
  const key = hostKey(c.req.header("host") ?? "");
  if (key !== undefined && !/^\/1\.[12]\//.test(c.req.path)) {
    const opened = await open(c.var.services, { key, place: "host" });
    if (opened.ok || opened.fault === "revoked" || opened.fault === "site key in the address")
      return problemResponse(404, { detail: "This host serves /1.1 and /1.2 only." });
  }
  await next();
  return undefined;
};
