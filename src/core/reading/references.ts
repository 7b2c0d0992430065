import { type Rewritten, rewrite, unchanged } from "./rewrite.ts";

const REFERENCE = /&(?:#\d{1,60};?|#x[\da-f]{1,60};?|[a-z][a-z\d]{1,23};)/gi;

/** References by name that hide letters or parts of an address, or stand in honest text, and what each stands for. */
const NAMES =
  "amp quot apos colon semi period comma sol bsol quest excl num commat percnt equals plus lowbar dash hyphen lpar rpar " +
  "lsqb rsqb lbrack rbrack lcub rcub ast dollar Hat grave vert Tab NewLine nbsp shy zwj zwnj lrm rlm ZeroWidthSpace NoBreak " +
  "ApplyFunction InvisibleTimes InvisibleComma hellip ndash mdash lsquo rsquo ldquo rdquo laquo raquo bull middot euro pound yen " +
  "cent sect deg copy reg trade times iexcl iquest szlig aelig AElig oslash Oslash oelig OElig eth ETH thorn THORN inodot lstrok Lstrok";
const CHARACTERS =
  "&\"':;.,/\\?!#@%=+_\u2010\u2010()[][]{}*$^`|\t\n\u00a0\u00ad\u200d\u200c\u200e\u200f\u200b\u2060" +
  "\u2061\u2062\u2063…–—‘’“”«»•·€£¥¢§°©®™×¡¿ßæÆøØœŒðÐþÞıłŁ";
const named: ReadonlyMap<string, string> = new Map(
  NAMES.split(" ").map((name, i) => [name, CHARACTERS[i] as string]),
);

/** Accents by the end of a name: `eacute` is é. */
const ACCENTS: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
  ring: "\u030a",
  caron: "\u030c",
  cedil: "\u0327",
};
const ACCENTED = /^([a-z])(grave|acute|circ|tilde|uml|ring|caron|cedil)$/i;
/** `efr` and its like are letters of the mathematical alphabets. */
const STYLED = /^([a-z])(?:fr|scr|opf)$/i;

/** What browsers take the numbers 128 to 159 for: Windows-1252. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const UNKNOWN = "\ufffd";

/**
 * A text with its character references (`&#105;` `&amp;` `&eacute;`) resolved, as browsers do with HTML and with Markdown. Those
 * of `<` and `>` stay, as they stand for no tag.
 */
export const resolveReferences = (text: string): Rewritten =>
  text.includes("&") ? rewrite(text, REFERENCE, resolved) : unchanged(text);

function resolved(reference: string): string {
  const name = reference.slice(1, reference.endsWith(";") ? -1 : undefined);
  const known = named.get(name);
  if (known !== undefined) return known;
  if (name[0] === "#")
    return numbered(/x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  const [, letter, accent] = ACCENTED.exec(name) ?? [];
  if (letter !== undefined) return (letter + ACCENTS[(accent as string).toLowerCase()]).normalize("NFC");
  return STYLED.exec(name)?.[1] ?? reference;
}

function numbered(code: number): string {
  if (code === 0x3c) return "&lt;";
  if (code === 0x3e) return "&gt;";
  if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80] as string;
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? UNKNOWN : String.fromCodePoint(code);
}
