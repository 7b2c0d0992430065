import type { z } from "zod";
import type { submission } from "../../contract/submission.ts";

/** A comment as `/v1` takes it. */
export type Sample = z.input<typeof submission>;

/** A text as WordPress passes on what its form posted: PHP's addslashes. */
export const slashed = (text: string): string =>
  text.replace(/['"\\]/g, (character) => `\\${character}`).replaceAll("\0", "\\0");

/** The page's script saw the form at this time, by the reader's clock, milliseconds since 1970. */
const SHOWN = 1_790_000_000_000;

/**
 * The form that WordPress' plugin posts for a comment: the fields of its row, what the reader's form held as `POST_…`, and the
 * server's variables.
 */
export function wordPressForm(sample: Sample, key: string, blog: string): URLSearchParams {
  const { content, author = {}, post = {}, parent, form, referrer, language, type } = sample;
  const fields: Record<string, string | undefined> = {
    api_key: key,
    blog,
    blog_lang: language ?? "",
    blog_charset: "UTF-8",
    user_ip: author.ip ?? "203.0.113.1",
    user_agent: author.userAgent,
    referrer: referrer ?? "",
    permalink: post.url,
    comment_post_ID: "7",
    comment_parent: parent?.id ?? "0",
    comment_type: type ?? "",
    comment_author: slashed(author.name ?? ""),
    comment_author_email: author.email ?? "",
    comment_author_url: author.url ?? "",
    comment_content: slashed(content),
    comment_post_modified_gmt: post.modifiedAt?.replace("T", " ").replace("Z", ""),
    user_ID: "0",
    user_role: author.role ?? "",
    is_test: sample.test ? "true" : undefined,
    akismet_comment_nonce: form?.token ?? "inactive",
    POST_comment: slashed(content),
    POST_author: author.name,
    POST_email: author.email,
    POST_ak_hp_textarea: form?.honeypot,
    ...(form?.elapsed !== undefined && {
      POST_ak_js: String(SHOWN),
      POST_ak_bfs: String(SHOWN + form.elapsed),
      POST_ak_bib: String(SHOWN + Math.floor(form.elapsed / 2)),
    }),
    ...(form?.inputs !== undefined && {
      POST_ak_bkpc: String(form.inputs),
      POST_ak_bmcc: "0",
      POST_ak_btec: "0",
    }),
    HTTP_ACCEPT: "*/*",
    HTTP_HOST: "blog.example",
    REMOTE_ADDR: author.ip,
    REQUEST_URI: "/wp-comments-post.php",
  };
  const given = Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const query = new URLSearchParams(given);
  for (const [i, tag] of (post.tags ?? []).entries()) query.append(`comment_context[${i}]`, tag);
  return query;
}
