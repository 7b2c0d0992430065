import MarkdownIt from "markdown-it";

/** Longer texts are shown as they were typed, UTF-16 units. */
const LONGEST = 20_000;
/** Quotes and lists in one another. */
const MOST_DEEP = 20;

/** Made when it is first wanted: most sites' comments are plain text. */
let reader: ReturnType<typeof made> | undefined;

/** What comments need of Markdown: emphasis, links, lists, quotes and code. HTML in it is text, a picture the link to it. */
function made() {
  const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: MOST_DEEP });
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
  return markdown.disable(["image", "heading", "lheading", "table", "hr"]);
}

/** Markdown as HTML, which nobody has made safe yet; undefined: it is too long to be read as such. */
export function markdownHtml(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  reader ??= made();
  return reader.render(text);
}
