import type { SiteView } from "../../contract/site.ts";
import released from "../embed/released.json";

/** Words of the form, in the language of whoever copies it: her blog's, most likely. */
export interface SnippetWords {
  readonly name: string;
  readonly mail: string;
  readonly website: string;
  readonly comment: string;
  readonly empty: string;
  readonly replies: string;
  readonly send: string;
  readonly published: string;
  readonly waits: string;
  readonly refused: string;
}

const TURNSTILE = "https://challenges.cloudflare.com/turnstile/v0/api.js";

/** What goes into a page of the blog: a form that works as it is, and the script that does more. */
export function snippetOf(origin: string, { id, settings }: SiteView, words: SnippetWords): string {
  const { formProof } = settings;
  const turnstile = formProof?.kind === "turnstile" ? formProof.siteKey : undefined;
  const loaded = turnstile === undefined ? "" : `<script src="${TURNSTILE}" async defer></script>\n`;
  const widget =
    turnstile === undefined
      ? ""
      : `    <div class="cf-turnstile" data-sitekey="${turnstile}" data-action="comment"></div>\n`;
  const mentions = settings.webmentions
    ? `<link rel="webmention" href="${origin}/f/${id}/webmention">\n`
    : "";
  const replies = settings.mailReaders
    ? `    <p><label><input type="checkbox" name="replies" value="yes"> ${words.replies}</label></p>\n`
    : "";
  return `${mentions}${loaded}<script type="module" src="${origin}${released.path}" crossorigin="anonymous"
  integrity="${released.integrity}"></script>
<hamlet-comments id="comments">
  <form method="post" action="${origin}/f/${id}">
    <input type="hidden" name="post" value="PAGE ADDRESS">
    <input type="hidden" name="title" value="PAGE TITLE">
    <p><label>${words.name} <input name="name" autocomplete="name" required></label></p>
    <p><label>${words.mail} <input name="email" type="email" autocomplete="email"></label></p>
    <p><label>${words.website} <input name="website" type="url" autocomplete="url"></label></p>
    <p hidden><label>${words.empty} <input name="homepage" tabindex="-1" autocomplete="off"></label></p>
    <p><label>${words.comment} <textarea name="comment" rows="6" required></textarea></label></p>
${replies}${widget}    <button>${words.send}</button>
  </form>
</hamlet-comments>
<p id="hamlet-published" hidden="until-found">${words.published}</p>
<p id="hamlet-waits" hidden="until-found">${words.waits}</p>
<p id="hamlet-refused" hidden="until-found">${words.refused}</p>
`;
}
