import type { Settings } from "../../contract/site.ts";

/** The ways to a blog; each has its own circuit, so that one that fails slows only itself. */
export const endpoints = ["webhook"] as const;

export type Endpoint = (typeof endpoints)[number];

/** Which way a comment's events go; undefined: nobody wants them sent. */
export function endpointOf({ webhook, mode }: Settings): Endpoint | undefined {
  return webhook !== null && mode === "enforce" ? "webhook" : undefined;
}
