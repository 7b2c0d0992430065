import type { CommentView } from "../../contract/views.ts";

/** A comment's own page. */
export const commentPath = ({ site, id }: { readonly site: string; readonly id: string }): string =>
  `/queue/${site}/${encodeURIComponent(id)}`;

/** A path of this service to go back to; anything else leads to the queue. */
export function safePath(path: unknown): string {
  return typeof path === "string" && /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(path) ? path : "/queue";
}

/** How WordPress and others name the place of a comment in its page. */
const NUMBERED = /^(?:wp-)?(\d{1,18})$/;

/** A comment's place on its blog; undefined: nowhere, or not on one of the blog's own hosts. */
export function postPath(
  { id, comment }: Pick<CommentView, "id" | "comment">,
  hosts: readonly string[],
): string | undefined {
  const url = URL.parse(comment.post.url ?? "");
  if (!url || !/^https?:$/.test(url.protocol) || !hosts.some((host) => isOn(host, url.hostname)))
    return undefined;
  const number = NUMBERED.exec(id)?.[1];
  if (number !== undefined && url.hash === "") url.hash = `comment-${number}`;
  return url.href;
}

const isOn = (host: string, name: string) => name === host || name.endsWith(`.${host}`);
