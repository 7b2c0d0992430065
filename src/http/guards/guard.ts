import type { Hono, MiddlewareHandler } from "hono";
import type { App } from "../../context.ts";

/** Lets only those through who may call, and says to the API's description how they prove it. */
export interface Guard {
  readonly middleware: readonly MiddlewareHandler<App>[];
  /** Any of these will do, by their names in the description. */
  readonly security?: readonly ("siteKey" | "signature" | "ownerToken" | "systemProof")[];
  /** How it refuses. */
  readonly failures?: readonly (401 | 403 | 429 | 503)[];
}

/**
 * Mounts a guard before each route named, "GET /path". Whatever is named nowhere is not there: no handler
 * that is mounted later is reached but through a guard.
 */
export function mountGuards<Caller extends string>(
  app: Hono<App>,
  routes: Readonly<Record<Caller, readonly string[]>>,
  guards: Readonly<Record<Caller, Guard>>,
): void {
  for (const caller of Object.keys(routes) as Caller[]) {
    const passed: MiddlewareHandler<App> = (c, next) => {
      c.set("caller", caller);
      return next();
    };
    for (const route of routes[caller]) {
      const [method = "", path = ""] = route.split(" ");
      app.on([method], [path], ...guards[caller].middleware, passed);
    }
  }
  app.use(async (c, next) => (c.var.caller === undefined ? c.notFound() : next()));
}
