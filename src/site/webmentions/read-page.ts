import { Parser } from "htmlparser2";

/** A page elsewhere, read once. */
export interface Page {
  /** Whether it links to the page asked about. */
  readonly links: boolean;
  /** What the library for microformats is given of it: bounded, as its time grows with a power of what is nested. */
  readonly markup: string;
  /** What its addresses are relative to. */
  readonly base: string;
  readonly title: string;
}

/** Elements in one another: a page that has more is none that anybody wrote. */
const MOST_DEEP = 200;
const MOST_MARKUP = 150_000;

/** Where elements name what they link to, show or quote. */
const LINKING: Readonly<Record<string, string>> = {
  a: "href",
  area: "href",
  img: "src",
  video: "src",
  audio: "src",
  source: "src",
  iframe: "src",
  q: "cite",
  blockquote: "cite",
  ins: "cite",
  del: "cite",
};
/** Attributes that microformats are read from, beside the class. */
const TOLD = ["href", "src", "rel", "datetime", "title", "value", "alt", "data", "cite"];
/** Microformats in one another, and elements that tell something of them: of what is deeper nothing is told. */
const MOST_ROOTS = 5;
const MOST_TELLING = 12;
/** Names that an element has: a microformat within another is read once for each. */
const MOST_NAMES = 6;
const MOST_NAMES_OF_ROOT = 2;
const HIDDEN = new Set(
  "script style template noscript textarea select option svg math object embed xmp plaintext".split(" "),
);
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What holds no words of the page's: left out, as browsers' rules for it make more of it than is there. */
const UNWRAPPED = new Set("html head body form table tbody thead tfoot tr td th caption colgroup".split(" "));

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] as string);

/** Reads a page, and looks for a link to another; undefined: nobody wrote it for readers. */
export function readPage(html: string, url: string, target: string): Page | undefined {
  const reader = new PageReader(url, pageOf(target));
  const parser = new Parser(reader, { decodeEntities: true });
  try {
    parser.write(html);
    parser.end();
  } catch (failure) {
    if (failure instanceof TooDeep) return undefined;
    throw failure;
  }
  return reader;
}

class TooDeep extends Error {}

/** An address without what leads within the page. */
function pageOf(address: string): string {
  const url = new URL(address);
  url.hash = "";
  return url.href;
}

class PageReader implements Page {
  links = false;
  markup = "";
  base: string;
  title = "";
  readonly #target: string;
  readonly #open: { readonly name: string; readonly roots: number; readonly telling: number }[] = [];
  #hidden = 0;
  #hasBase = false;

  constructor(url: string, target: string) {
    this.base = url;
    this.#target = target;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const { roots = 0, telling = 0 } = this.#open.at(-1) ?? {};
    const names = telling < MOST_TELLING ? namesIn(attributes.class, roots < MOST_ROOTS) : [];
    const isRoot = names.some((one) => one.startsWith("h-"));
    this.#open.push({
      name,
      roots: roots + (isRoot ? 1 : 0),
      telling: telling + (names.length > 0 ? 1 : 0),
    });
    if (this.#open.length > MOST_DEEP) throw new TooDeep();
    if (HIDDEN.has(name)) this.#hidden++;
    if (this.#hidden > 0) return;
    if (name === "base") this.#rebase(attributes.href);
    const linked = attributes[LINKING[name] ?? ""];
    if (linked !== undefined && !this.links) this.links = this.#leadsTo(linked);
    this.#write(beginning(name, names, attributes));
  }

  ontext(text: string): void {
    if (this.#hidden > 0) return;
    if (this.#open.at(-1)?.name === "title") this.title += text.slice(0, 500 - this.title.length);
    else this.#write(escaped(text));
  }

  onclosetag(): void {
    const { name = "" } = this.#open.pop() ?? {};
    if (HIDDEN.has(name)) this.#hidden--;
    else if (this.#hidden === 0 && !VOID.has(name)) this.#write(tagOf(name, "/"));
  }

  #write(markup: string): void {
    if (this.markup.length + markup.length <= MOST_MARKUP) this.markup += markup;
  }

  #rebase(href: string | undefined): void {
    if (this.#hasBase || href === undefined || !URL.canParse(href, this.base)) return;
    this.#hasBase = true;
    this.base = new URL(href, this.base).href;
  }

  #leadsTo(address: string): boolean {
    return URL.canParse(address, this.base) && pageOf(new URL(address, this.base).href) === this.#target;
  }
}

/** An element that is left out stands for itself only. */
const tagOf = (name: string, slash: "" | "/", attributes = ""): string =>
  UNWRAPPED.has(name) ? `<${slash}div${attributes}>` : `<${slash}${name}${attributes}>`;

/** The names of microformats and their properties in a class, some. */
function namesIn(text: string | undefined, mayBeRoot: boolean): string[] {
  const names = (text ?? "").slice(0, 500).match(/(?<!\S)(?:[hpue]|dt)-[a-z0-9-]+(?!\S)/g) ?? [];
  const root = mayBeRoot ? names.find((name) => name.startsWith("h-")) : undefined;
  const properties = names.filter((name) => !name.startsWith("h-"));
  return root === undefined
    ? properties.slice(0, MOST_NAMES)
    : [root, ...properties.slice(0, MOST_NAMES_OF_ROOT)];
}

function beginning(
  name: string,
  names: readonly string[],
  attributes: Readonly<Record<string, string>>,
): string {
  const told = TOLD.flatMap((attribute) => {
    const value = attributes[attribute];
    return value === undefined ? [] : [` ${attribute}="${escaped(value.slice(0, 2_048))}"`];
  });
  const named = names.length === 0 ? "" : ` class="${names.join(" ")}"`;
  return tagOf(name, "", named + told.join(""));
}
