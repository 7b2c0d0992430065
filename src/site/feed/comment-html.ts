import { Parser } from "htmlparser2";
import type { Comment } from "../../core/comment.ts";
import { markdownHtml } from "./markdown.ts";

/** Elements that a comment may have; of attributes a link's address alone. */
const ALLOWED = new Set("p br a b strong i em u s del code pre blockquote ul ol li sub sup".split(" "));
/** Elements whose content is no text for readers. */
const HIDDEN = new Set(
  "script style template title head textarea select option noscript iframe object embed svg math audio video canvas noembed noframes xmp plaintext".split(
    " ",
  ),
);
/** Elements in one another; deeper ones are left out, their texts stay. */
const MOST_DEEP = 20;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] as string);

/** An address that a link may lead to; undefined: it may not. */
export function linkable(address: string | undefined): string | undefined {
  const text = address?.trim() ?? "";
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const { href, username, password } = new URL(text);
  return username === "" && password === "" ? href : undefined;
}

const openLink = (href: string) => `<a href="${escaped(href)}" rel="ugc nofollow">`;

/** A comment's text as HTML that is safe to show on any page. */
export function commentHtml({ format, content }: Pick<Comment, "format" | "content">): string {
  const html = format === "markdown" ? markdownHtml(content) : format === "html" ? content : undefined;
  return html === undefined ? textHtml(content) : safeHtml(html, format === "html" && !LINES.test(html));
}

/** Plain text: paragraphs, lines, and links where an address is written out. */
function textHtml(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, "\n")
    .trim()
    .split(/\n\s*\n/);
  return paragraphs.map((lines) => `<p>${linked(lines).replaceAll("\n", "<br>")}</p>`).join("");
}

/** An address ends before what ends the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,:;!?)\]}]/gi;

function linked(text: string): string {
  let html = "";
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const href = linkable(address);
    if (href === undefined) continue;
    html += `${escaped(text.slice(from, index))}${openLink(href)}${escaped(address)}</a>`;
    from = index + address.length;
  }
  return html + escaped(text.slice(from));
}

/** What begins a line in HTML. Where there is none of it, as in what WordPress keeps, lines are those of the text. */
const LINES = /<(?:p|br|div|li|tr|h[1-6]|blockquote)\b/i;

/** Of HTML what is allowed, written anew: whatever it was, every element that is opened here is closed here. */
function safeHtml(html: string, keepsLines: boolean): string {
  const writer = new SafeWriter(keepsLines);
  const parser = new Parser(writer, { decodeEntities: true });
  parser.write(html);
  parser.end();
  return writer.html;
}

class SafeWriter {
  html = "";
  /** Elements that are open, each with what closes it; undefined: it was left out. */
  readonly #open: { readonly name: string; readonly end: string | undefined }[] = [];
  #hidden = 0;
  readonly #keepsLines: boolean;

  constructor(keepsLines: boolean) {
    this.#keepsLines = keepsLines;
  }

  onopentag(name: string, { href }: Record<string, string>): void {
    if (HIDDEN.has(name)) this.#hidden++;
    this.#open.push({ name, end: this.#begin(name, href) });
  }

  ontext(text: string): void {
    if (this.#hidden > 0) return;
    const isKept = this.#keepsLines && !this.#open.some(({ name }) => name === "pre");
    this.html += isKept ? escaped(text).replace(/\r\n?|\n/g, "<br>") : escaped(text);
  }

  onclosetag(): void {
    const last = this.#open.pop();
    if (!last) return;
    if (HIDDEN.has(last.name)) this.#hidden--;
    this.html += last.end ?? "";
  }

  /** Writes an element's beginning, if it is allowed; answers its end. */
  #begin(name: string, href: string | undefined): string | undefined {
    if (this.#hidden > 0 || !ALLOWED.has(name) || this.#open.length >= MOST_DEEP) return undefined;
    if (name === "br") {
      this.html += "<br>";
      return undefined;
    }
    const target = linkable(href);
    if (name === "a" && target === undefined) return undefined;
    this.html += target !== undefined && name === "a" ? openLink(target) : `<${name}>`;
    return `</${name}>`;
  }
}
