import { type EncodedSourceMap, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import {
  type ArrowFunctionExpression,
  type AssignmentPattern,
  type Function as FunctionNode,
  type Node,
  parse,
} from "acorn";
import { simple } from "acorn-walk";
import MagicString from "magic-string";
import { CORE, RAN } from "./ran.ts";

/**
 * A bundle in which every function of src/ notes its file when it is called. workerd's inspector does not let V8 count
 * calls, so the bundle counts itself.
 */
export function counted(bundle: string, map: EncodedSourceMap): string {
  const traced = new TraceMap(map);
  const text = new MagicString(bundle);
  const around = ({ start, end }: Span, before: string, after: string) =>
    text.appendRight(start, before).appendLeft(end, after);
  const fileAt = ({ loc }: Node) => loc && fileOf(originalPositionFor(traced, loc.start).source);
  simple(parse(bundle, { ecmaVersion: "latest", sourceType: "module", locations: true }), {
    Function(node) {
      const { body } = node as FunctionNode | ArrowFunctionExpression;
      const file = fileAt(node);
      if (!file) return;
      if (body.type === "BlockStatement")
        around({ start: body.start + 1, end: body.end - 1 }, ...statements(file));
      else around(body, ...expression(file));
    },
    // What a parameter is by default is computed before the function's body runs.
    AssignmentPattern(node) {
      const file = fileAt(node);
      if (file?.startsWith(CORE)) around((node as AssignmentPattern).right, ...expression(file));
    },
  });
  return text.prepend(NOTES).toString();
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands before and after the statements of a function. A call in the core while none is under way there came from
 * another room: the core is pure, so that it never waits.
 */
const statements = (file: string): [string, string] =>
  file.startsWith(CORE)
    ? [`const $depth=${RAN}.enter("${file}");try{`, `}finally{${RAN}.depth=$depth;}`]
    : [`${RAN}.files.add("${file}");`, ""];

/** The same of a function that is an expression. */
const expression = (file: string): [string, string] =>
  file.startsWith(CORE)
    ? [`${RAN}.leave(${RAN}.enter("${file}"),(`, "))"]
    : [`(${RAN}.files.add("${file}"),`, ")"];

const NOTES = `globalThis.${RAN} = {
  files: new Set(),
  doors: new Set(),
  depth: 0,
  enter(file) {
    this.files.add(file);
    if (this.depth === 0) this.doors.add(file);
    return this.depth++;
  },
  leave(depth, value) {
    this.depth = depth;
    return value;
  },
};
`;

/** The file below src/; undefined: it is a package's, or the lab's, which is not deployed. */
function fileOf(source: string | null): string | undefined {
  if (source === null || source.includes("node_modules/")) return undefined;
  return /(?:^|\/)src\/(?!lab\/)(.*)$/.exec(source)?.[1];
}
