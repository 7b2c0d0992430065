import { Parser } from "htmlparser2";
import { Refusal } from "../command.ts";

/** An element with what it holds, names without their prefix. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** `whole`: an element that was asked for; `leaf`: the text of another that holds no element, and in which it stands. */
type XmlPart =
  | { readonly whole: Element }
  | { readonly leaf: string; readonly of: string; readonly text: string };

/** No element that stands for a comment is longer. */
const LONGEST = 16 * 1024 * 1024;
const DEEPEST = 100;

/**
 * Reads XML as it comes. Exports are often not well-formed, so it is read as browsers read: a raw & is a &. A DOCTYPE is
 * refused, as an entity may unfold to anything. `wanted`: local names of the elements to be given whole.
 */
export async function* xmlParts(
  name: string,
  chunks: AsyncIterable<string>,
  wanted: ReadonlySet<string>,
): AsyncGenerator<XmlPart> {
  const reader = new Reader(name, wanted);
  for await (const chunk of chunks) {
    reader.write(chunk);
    yield* reader.take();
  }
  reader.parser.end();
  yield* reader.take();
  if (!reader.closed) throw new Refusal(`${name}: the file ends in the middle.`, 1);
}

class Reader {
  readonly parser: Parser;
  readonly #name: string;
  readonly #wanted: ReadonlySet<string>;
  #parts: XmlPart[] = [];
  /** Open elements outside of wanted ones: name, text, and whether they hold an element. */
  readonly #outer: { name: string; text: string; leaf: boolean }[] = [];
  /** Open elements from the wanted one on. */
  readonly #inner: Element[] = [];
  #length = 0;
  #ended = false;
  #seen = false;
  /** Characters since the parser has told anything: a tag, remark or section that does not end is all in its memory. */
  #untold = 0;

  constructor(name: string, wanted: ReadonlySet<string>) {
    this.#name = name;
    this.#wanted = wanted;
    this.parser = new Parser(
      {
        onprocessinginstruction: (instruction) => this.#refuseDoctype(instruction),
        onopentag: (tag, attributes) => this.#open(local(tag), attributes),
        ontext: (text) => this.#text(text),
        onclosetag: (_, implied) => this.#close(implied),
        oncommentend: () => this.#told(),
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  /** Whether the outermost element was closed by the file itself. */
  get closed(): boolean {
    return this.#seen && this.#ended;
  }

  write(chunk: string): void {
    this.#untold += chunk.length;
    if (this.#untold > LONGEST + chunk.length)
      throw new Refusal(`${this.#name}: a tag, remark or section is longer than ${LONGEST} characters.`, 1);
    this.parser.write(chunk);
  }

  take(): XmlPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #told(): void {
    this.#untold = 0;
  }

  #refuseDoctype(instruction: string): void {
    this.#told();
    if (instruction.toLowerCase().startsWith("!doctype"))
      throw new Refusal(`${this.#name}: it has a DOCTYPE, which no export has; it is not read.`, 1);
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#told();
    this.#seen = true;
    if (this.#outer.length + this.#inner.length >= DEEPEST)
      throw new Refusal(`${this.#name}: elements lie deeper than ${DEEPEST}.`, 1);
    const parent = this.#inner.at(-1);
    if (parent === undefined && !this.#wanted.has(name)) {
      const outer = this.#outer.at(-1);
      if (outer) outer.leaf = false;
      this.#outer.push({ name, text: "", leaf: true });
      return;
    }
    const element: Element = { name, attributes: byLocalName(attributes), children: [], text: "" };
    if (parent === undefined) this.#length = 0;
    parent?.children.push(element);
    this.#inner.push(element);
  }

  #text(text: string): void {
    this.#told();
    const inner = this.#inner.at(-1);
    if (inner) {
      this.#length += text.length;
      if (this.#length > LONGEST)
        throw new Refusal(`${this.#name}: a comment is longer than ${LONGEST} characters.`, 1);
      inner.text += text;
      return;
    }
    const outer = this.#outer.at(-1);
    // A post's own text is of no use here.
    if (outer?.leaf && outer.text.length < 65_536) outer.text += text;
  }

  #close(implied: boolean): void {
    this.#told();
    const inner = this.#inner.pop();
    if (inner) {
      if (this.#inner.length === 0 && !implied) this.#parts.push({ whole: inner });
      return;
    }
    const outer = this.#outer.pop();
    if (outer?.leaf)
      this.#parts.push({ leaf: outer.name, of: this.#outer.at(-1)?.name ?? "", text: outer.text.trim() });
    if (this.#outer.length === 0) this.#ended = !implied;
  }
}

const local = (name: string) => name.slice(name.indexOf(":") + 1);

const byLocalName = (attributes: Record<string, string>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

/** The text of the first child of that name; undefined: there is none. */
export const childText = (element: Element, name: string): string | undefined => childOf(element, name)?.text;

export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);
