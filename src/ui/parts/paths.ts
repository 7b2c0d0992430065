/** A comment's own page. */
export const commentPath = ({ site, id }: { readonly site: string; readonly id: string }): string =>
  `/queue/${site}/${encodeURIComponent(id)}`;

/** A path of this service to go back to; anything else leads to the queue. */
export function safePath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(path) ? path : "/queue";
}
