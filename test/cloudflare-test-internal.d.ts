/** What the pool has and does not offer: work that goes on after an answer, and where the Worker stands. */
declare module "cloudflare:test-internal" {
  export function getResolvedMainPath(forBindingType: string): string;
  export function waitForGlobalWaitUntil(): Promise<void>;
}
