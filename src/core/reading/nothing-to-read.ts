import { resolveReferences } from "./references.ts";
import type { Subject } from "./subject.ts";
import { surveyOf } from "./survey.ts";
import { signsOf } from "./symbols.ts";

/** Letters, digits, signs and emoji; not what looks like a blank, and not what nobody sees. */
const READABLE =
  /(?![\u2800\ufffc\u{1d159}\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{So}\p{Sc}\p{Extended_Pictographic}]/u;
/** What is shown without a word. */
const PICTURE =
  /<(?:img|picture|video|audio|iframe|object|embed|svg)\b|\[img[\]=]|!\[[^\][\n]{0,500}\]\(\s*\S/i;
/** Signs of markup. */
const MARKS = signsOf("<&[");
const BEFORE_MARKUP = /[<&[\]]/;
const MARKUP =
  /<\/?[a-z!?][^<>]{0,2000}>|\[\/?(?:url|link|b|i|u|quote|code|size|color)(?:=[^\][]{0,500})?\]|\]\([^()\n]{0,2000}\)/gi;
/** Begins or ends what a browser does not show. */
const HIDDEN = /<!-(-)|-(-)>|<(\/?)(script|style|template|title)\b[^<>]{0,500}>/gi;

/** Whether a comment shows nothing: it is empty, blank, invisible, bare punctuation, or markup around these. */
export function showsNothing({ content }: Pick<Subject, "content">): boolean {
  if ((surveyOf(content).signs & MARKS) === 0) return !READABLE.test(content);
  if (READABLE.test(content.slice(0, content.search(BEFORE_MARKUP)))) return false;
  const { text } = resolveReferences(content);
  if (PICTURE.test(text)) return false;
  return !READABLE.test(withoutHidden(text).replace(MARKUP, " "));
}

/** A text without comments, scripts and styles. */
function withoutHidden(html: string): string {
  let shown = "";
  let at = 0;
  let open: string | undefined;
  for (const match of html.matchAll(HIDDEN)) {
    const [tag, begins, ends, slash, element] = match;
    const name = element?.toLowerCase() ?? "comment";
    const closes = ends !== undefined || slash === "/";
    if (open === undefined) shown += html.slice(at, match.index);
    if (open === undefined && (begins !== undefined || !closes)) open = name;
    else if (open === name && closes) open = undefined;
    at = match.index + tag.length;
  }
  return open === undefined ? shown + html.slice(at) : shown;
}
