import type { AppContext } from "../context.ts";
import { page } from "./guards.ts";
import { Missing } from "./parts/missing.tsx";
import { render } from "./parts/render.tsx";

/** Addresses of programs, who read no pages. */
const PROGRAMS = /^\/(?:v1|in|f|1\.\d)\//;

/** Whether it is a reader's browser that asks for an address. */
export const wantsPage = (c: AppContext): boolean =>
  c.req.method === "GET" &&
  (c.req.header("accept") ?? "").includes("text/html") &&
  !PROGRAMS.test(c.req.path);

/** What a reader is shown where nothing is: a page like the others. */
export async function missingPage(c: AppContext): Promise<Response> {
  let made: Response | undefined;
  const steps = [...page];
  const next = async (): Promise<void> => {
    const step = steps.shift();
    if (!step) {
      made = await render(c, <Missing what="page" />, 404);
      c.res = made;
      return;
    }
    await step(c, next);
  };
  await next();
  return c.res;
}
