import type { CommentView } from "../../contract/views.ts";

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
