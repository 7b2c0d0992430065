import { type EncodedSourceMap, originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type ArrowFunctionExpression, type Function as FunctionNode, parse } from "acorn";
import { simple } from "acorn-walk";
import MagicString from "magic-string";
import { RAN } from "./ran.ts";

/**
 * A bundle in which every function of src/ notes its file when it is called. workerd's inspector does not let V8 count
 * calls, so the bundle counts itself.
 */
export function counted(bundle: string, map: EncodedSourceMap): string {
  const traced = new TraceMap(map);
  const text = new MagicString(bundle);
  simple(parse(bundle, { ecmaVersion: "latest", sourceType: "module", locations: true }), {
    Function(node) {
      const { body, loc } = node as FunctionNode | ArrowFunctionExpression;
      const file = loc && fileOf(originalPositionFor(traced, loc.start).source);
      if (file === undefined) return;
      const note = `globalThis.${RAN}.add(${JSON.stringify(file)})`;
      if (body.type === "BlockStatement") text.appendRight(body.start + 1, `${note};`);
      else text.appendRight(body.start, `(${note},`).appendLeft(body.end, ")");
    },
  });
  return text.prepend(`globalThis.${RAN} = new Set();\n`).toString();
}

/** The file below src/; undefined: it is a package's, or the lab's, which is not deployed. */
function fileOf(source: string | null): string | undefined {
  if (source === null || source.includes("node_modules/")) return undefined;
  return /(?:^|\/)src\/(?!lab\/)(.*)$/.exec(source)?.[1];
}
