/** What the pool has and does not offer: work that goes on after an answer. */
declare module "cloudflare:test-internal" {
  export function waitForGlobalWaitUntil(): Promise<void>;
}
