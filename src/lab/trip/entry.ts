import worker from "../../index.ts";
import { RAN } from "./ran.ts";

/** The Worker as it is deployed, which tells besides what ran since it was asked last. */
export * from "../../index.ts";

export default {
  ...worker,
  fetch(request: Request, ...rest: Rest): Response | Promise<Response> {
    if (new URL(request.url).pathname !== `/${RAN}`) return worker.fetch(request, ...rest);
    const { files, doors } = (globalThis as unknown as Record<typeof RAN, Notes>)[RAN];
    const ran = { files: [...files], doors: [...doors] };
    files.clear();
    doors.clear();
    return Response.json(ran);
  },
};

interface Notes {
  readonly files: Set<string>;
  readonly doors: Set<string>;
}

type Rest = Parameters<typeof worker.fetch> extends [Request, ...infer R] ? R : never;
