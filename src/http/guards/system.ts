import type { MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";
import { MAX_BODY_BYTES } from "../../contract/submission.ts";
import { receiverSecrets } from "../../service/integration.ts";
import { systems } from "../../systems/systems.ts";
import { problem } from "../problem.ts";
import { bodyUpTo, saysLargerThan, tooLarge } from "./body.ts";
import type { Guard } from "./guard.ts";
import { withinRate } from "./rate.ts";

const unproved = () =>
  problem(401, {
    detail: "The proof is missing or wrong, or the site is not connected to this system.",
  });

/** Lets a request through with the proof of the system that the site is connected to, and of no other. Sets `record`. */
const bySystem: MiddlewareHandler<App> = async (c, next) => {
  const { services } = c.var;
  if (saysLargerThan(MAX_BODY_BYTES, c.req.raw)) throw tooLarge();
  const [, , name = "", site = ""] = c.req.path.split("/");
  const record = await services.directory.site(site);
  const system = record?.settings.integration?.system;
  if (!record || system !== name) throw unproved();
  const body = await bodyUpTo(c.req.raw, MAX_BODY_BYTES);
  if (!body) throw tooLarge();
  const claim = { headers: c.req.raw.headers, body, secrets: await receiverSecrets(services, record) };
  if (!(await systems[system].inward.isFrom(claim))) throw unproved();
  c.req.raw = new Request(c.req.raw, { body });
  c.set("record", record);
  c.set("grant", undefined);
  await next();
};

/** Another comment system, by the proof that it sends. */
export const fromSystem: Guard = {
  security: ["systemProof"],
  failures: [401, 429, 503],
  middleware: [bySystem, withinRate],
};
