/** `word`: outside of quotes; `name`: between backticks; `text`: between quotes; `mark`: one character. */
export interface Token {
  readonly kind: "word" | "name" | "text" | "mark";
  readonly text: string;
}

const SPACE = /\s+/y;
const LINE_COMMENT = /(?:--(?=\s|$)|#)[^\n]*/y;
const WORD = /[\p{L}\p{N}_$@.]+/uy;

/** Splits a dump of MySQL or MariaDB into tokens as it comes. */
export class Tokens {
  #buffer = "";
  /** What came since the buffer was looked at. */
  #fresh = "";
  #ended = false;
  /** The next backslash; -1: there is none before the end; undefined: not looked for since the buffer changed. */
  #backslash: number | undefined;

  /** Characters of a token whose end has not come. */
  get waiting(): number {
    return this.#buffer.length + this.#fresh.length;
  }

  /** The tokens that are whole by now, comments apart. The last one may go on in the next piece and is kept back. */
  *write(piece: string): Generator<Token> {
    this.#fresh += piece;
    // A long token is looked at again only when it has grown by half: so the whole stays linear.
    if (!this.#ended && this.#fresh.length < this.#buffer.length / 2) return;
    this.#buffer += this.#fresh;
    this.#fresh = "";
    this.#backslash = undefined;
    let at = 0;
    for (;;) {
      const read = this.#tokenAt(at);
      if (read === undefined) break;
      at = read.end;
      if (read.token) yield read.token;
    }
    this.#buffer = this.#buffer.slice(at);
  }

  /** The tokens that only the end of the dump ends. */
  *end(): Generator<Token> {
    this.#ended = true;
    yield* this.write("");
  }

  /** The token at a place and where it ends; no token: space or a comment; undefined: it is not there whole yet. */
  #tokenAt(at: number): { readonly token?: Token; readonly end: number } | undefined {
    const first = this.#buffer[at];
    if (first === undefined) return undefined;
    if (first === "'" || first === '"' || first === "`") return this.#quotedAt(at, first);
    if (this.#buffer.startsWith("/*", at)) {
      const end = this.#buffer.indexOf("*/", at + 2);
      return end >= 0 ? { end: end + 2 } : this.#ended ? { end: this.#buffer.length } : undefined;
    }
    const passed = this.#match(SPACE, at) ?? this.#match(LINE_COMMENT, at);
    if (passed !== undefined) return this.#surely(passed) ? { end: passed } : undefined;
    const end = this.#match(WORD, at);
    if (end !== undefined)
      return this.#surely(end)
        ? { token: { kind: "word", text: this.#buffer.slice(at, end) }, end }
        : undefined;
    // Two characters decide whether these open a comment.
    if ((first === "-" || first === "/") && !this.#surely(at + 2)) return undefined;
    return { token: { kind: "mark", text: first }, end: at + 1 };
  }

  /** Whether what ends there does not go on in the next piece. */
  #surely(end: number): boolean {
    return this.#ended || end < this.#buffer.length;
  }

  #match(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.#buffer) ? pattern.lastIndex : undefined;
  }

  #quotedAt(at: number, quote: string): { readonly token: Token; readonly end: number } | undefined {
    const buffer = this.#buffer;
    let text = "";
    let from = at + 1;
    for (;;) {
      const close = buffer.indexOf(quote, from);
      if (close < 0) return undefined;
      const slash = quote === "`" ? -1 : this.#backslashFrom(from);
      if (slash >= 0 && slash < close) {
        if (slash + 1 >= buffer.length) return undefined;
        text += buffer.slice(from, slash) + unescaped(buffer[slash + 1] as string);
        from = slash + 2;
      } else if (buffer[close + 1] === quote) {
        text += buffer.slice(from, close + 1);
        from = close + 2;
      } else if (!this.#surely(close + 1)) return undefined;
      else {
        text += buffer.slice(from, close);
        return { token: { kind: quote === "`" ? "name" : "text", text }, end: close + 1 };
      }
    }
  }

  #backslashFrom(from: number): number {
    if (this.#backslash === undefined || (this.#backslash >= 0 && this.#backslash < from))
      this.#backslash = this.#buffer.indexOf("\\", from);
    return this.#backslash;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  b: "\b",
  Z: "\x1a",
};

/** What a character after a backslash stands for; \% and \_ keep their backslash, as MySQL says. */
const unescaped = (character: string) =>
  ESCAPES[character] ?? (character === "%" || character === "_" ? `\\${character}` : character);
