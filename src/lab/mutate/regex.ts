interface RegexMistake {
  readonly operator: string;
  readonly after: string;
}

/** A quantifier outside of a class, as far as the text shows. */
const QUANTIFIER = /\{(\d+)(?:(,)(\d*))?\}|(?<![\\([|{,(?])(?<!\(\?)[+*](?!\])/g;
const ANCHOR = /^\/\^|\$(?=\/[a-z]*$)|\\b|\(\?<?!/g;

/** Regular expressions with one mistake: another count, a lost anchor, a lost alternative, a lost or added flag. */
export function regexMistakes(literal: string): RegexMistake[] {
  const found = [
    ...counts(literal),
    ...anchors(literal),
    ...alternatives(literal).map((after) => ({ operator: "regex alternative", after })),
    ...flags(literal),
  ];
  return found.filter(({ after }) => after !== literal && isValid(after));
}

function counts(literal: string): RegexMistake[] {
  return [...literal.matchAll(QUANTIFIER)].flatMap((match) => {
    if (inClass(literal, match.index)) return [];
    const [whole, least, comma, most] = match;
    const others =
      least === undefined
        ? [whole === "+" ? "*" : "+", ""]
        : [
            `{${Number(least) + 1}${comma ?? ""}${most ?? ""}}`,
            ...(Number(least) > 0 ? [`{${Number(least) - 1}${comma ?? ""}${most ?? ""}}`] : []),
          ];
    return others.map((other) => ({
      operator: "regex count",
      after: exchange(literal, match.index, whole.length, other),
    }));
  });
}

/** An anchor or a word's border left out; "not" turned into "indeed". */
function anchors(literal: string): RegexMistake[] {
  return [...literal.matchAll(ANCHOR)].flatMap((match) => {
    if (inClass(literal, match.index)) return [];
    const [whole] = match;
    const other = whole.startsWith("(?") ? whole.replace("!", "=") : whole === "/^" ? "/" : "";
    return [{ operator: "regex anchor", after: exchange(literal, match.index, whole.length, other) }];
  });
}

/** The literal with one alternative of plain letters fewer, of each row of them. */
function alternatives(literal: string): string[] {
  return [...literal.matchAll(/(?<=[(:|])[\w &;-]{2,}\|/g)].flatMap((match) =>
    inClass(literal, match.index) ? [] : [exchange(literal, match.index, match[0].length, "")],
  );
}

/** Escapes that mean the same in either case. */
const CASELESS = /\\u(?:\{[0-9a-f]+\}|[0-9a-f]{4})|\\[pP]\{(?!L[ul]\})[^}]*\}|\\./gi;

/** Case lost, or case minded. Without letters both mean the same. */
function flags(literal: string): RegexMistake[] {
  const at = literal.lastIndexOf("/") + 1;
  const own = literal.slice(at);
  if (!/\p{L}/u.test(literal.slice(0, at).replace(CASELESS, ""))) return [];
  const other = own.includes("i") ? own.replace("i", "") : `${own}i`;
  return [{ operator: "regex flag", after: literal.slice(0, at) + other }];
}

const exchange = (literal: string, at: number, length: number, other: string): string =>
  literal.slice(0, at) + other + literal.slice(at + length);

/** Whether a place lies between square brackets. */
function inClass(literal: string, at: number): boolean {
  let open = false;
  for (let i = 0; i < at; i++) {
    if (literal[i] === "\\") i++;
    else if (literal[i] === "[") open = true;
    else if (literal[i] === "]") open = false;
  }
  return open;
}

function isValid(literal: string): boolean {
  const end = literal.lastIndexOf("/");
  try {
    new RegExp(literal.slice(1, end), literal.slice(end + 1));
    return true;
  } catch {
    return false;
  }
}
