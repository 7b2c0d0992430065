import worker from "../../index.ts";
import { RAN } from "./ran.ts";

/** The Worker as it is deployed, which tells besides which files ran since it was asked last. */
export * from "../../index.ts";

export default {
  ...worker,
  fetch(request: Request, ...rest: Rest): Response | Promise<Response> {
    if (new URL(request.url).pathname !== `/${RAN}`) return worker.fetch(request, ...rest);
    const ran = (globalThis as unknown as Record<typeof RAN, Set<string>>)[RAN];
    const files = [...ran];
    ran.clear();
    return Response.json(files);
  },
};

type Rest = Parameters<typeof worker.fetch> extends [Request, ...infer R] ? R : never;
