import { child, type Node } from "./node.ts";
import { regexMistakes } from "./regex.ts";

/** A replacement for a node's text, or for a part of it. */
interface Mistake {
  readonly operator: string;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

type Operator = (node: Node, around: readonly Node[], source: string) => readonly Mistake[];

const whole = (node: Node, operator: string, ...texts: string[]): Mistake[] =>
  texts.map((after) => ({ operator, start: node.start, end: node.end, after }));

const text = (node: Node, source: string): string => source.slice(node.start, node.end);

const numbers: Operator = (node) => {
  const value = node.value;
  if (typeof value !== "number") return [];
  const others = new Set([value + 1, value - 1, value * 2, value / 2].filter((other) => other !== value));
  return whole(node, "number", ...[...others].map((other) => (other < 0 ? `(${other})` : String(other))));
};

/** Texts for people's eyes only. */
const PROSE = new Set(["description"]);

const strings: Operator = (node, [parent], source) => {
  const value = node.value;
  if (typeof value !== "string" || !parent) return [];
  const isKey = parent.type === "Property" && child(parent, "key") === node;
  const key = parent.type === "Property" ? child(parent, "key").name : undefined;
  if (isKey || parent.type === "ImportExpression" || PROSE.has(key as string)) return [];
  const quote = source[node.start] as string;
  const changed = `${text(node, source).slice(0, -1)}x${quote}`;
  return whole(node, "string", ...(value === "" ? [changed] : [`${quote}${quote}`, changed]));
};

/** The text between a template's values, left out. */
const templates: Operator = (node, _, source) => {
  if (node.type !== "TemplateElement") return [];
  const { raw } = node.value as unknown as { raw: string };
  const start = node.start + text(node, source).indexOf(raw);
  return raw === "" ? [] : [{ operator: "string", start, end: start + raw.length, after: "" }];
};

const booleans: Operator = (node) =>
  typeof node.value === "boolean" ? whole(node, "boolean", String(!node.value)) : [];

const EXCHANGED: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "^": ["&"],
  ">>>": ["<<"],
  "+=": ["-=", "="],
  "-=": ["+=", "="],
  "^=": ["="],
  "??=": ["="],
};

/** Comparison, logical and arithmetic operators, exchanged for their neighbours. */
const exchanged: Operator = (node, _, source) => {
  if (!/^(?:Binary|Logical|Assignment)Expression$/.test(node.type)) return [];
  const sign = node.operator as string;
  if (node.type === "LogicalExpression") {
    const [left, right] = ["left", "right"].map((side) => text(child(node, side), source));
    return (EXCHANGED[sign] ?? []).flatMap((other) =>
      whole(node, "operator", `((${left}) ${other} (${right}))`),
    );
  }
  const from = child(node, "left").end;
  const start = from + source.slice(from, child(node, "right").start).indexOf(sign);
  return (EXCHANGED[sign] ?? []).map((after) => ({
    operator: "operator",
    start,
    end: start + sign.length,
    after,
  }));
};

const updates: Operator = (node, _, source) => {
  if (node.type !== "UpdateExpression") return [];
  const counted = text(child(node, "argument"), source);
  return whole(node, "operator", node.operator === "++" ? `${counted}--` : `${counted}++`);
};

const signs: Operator = (node, _, source) => {
  const sign = node.operator;
  if (node.type !== "UnaryExpression" || (sign !== "!" && sign !== "-")) return [];
  return whole(node, "negation", text(child(node, "argument"), source));
};

const branches: Operator = (node, _, source) => {
  if (node.type === "ConditionalExpression") {
    const [test, yes, no] = ["test", "consequent", "alternate"].map((name) =>
      text(child(node, name), source),
    );
    return whole(node, "branches", `((${test}) ? (${no}) : (${yes}))`);
  }
  if (node.type !== "IfStatement") return [];
  const test = child(node, "test");
  return whole(test, "condition", `!(${text(test, source)})`, "false");
};

const returns: Operator = (node, _, source) => {
  const value = node.argument as Node | null;
  if (node.type !== "ReturnStatement" || !value || text(value, source) === "undefined") return [];
  return whole(value, "return", "undefined");
};

/** An element fewer in a list, a member fewer in an object. */
const elements: Operator = (node, _, source) => {
  const list = node.type === "ArrayExpression" ? node.elements : undefined;
  if (!Array.isArray(list)) return [];
  return (list as Node[]).flatMap((element) => {
    const after = source.slice(element.end, node.end).match(/^\s*,/)?.[0].length ?? 0;
    return { operator: "element", start: element.start, end: element.end + after, after: "" };
  });
};

const DROPPED =
  /^(?:toLowerCase|trim|trimStart|trimEnd|slice|sort|replace|replaceAll|normalize|filter|padStart|round|min|max|abs)$/;

/** A call left out: the text before it, or its argument, stands for itself. */
const calls: Operator = (node, _, source) => {
  if (node.type !== "CallExpression") return [];
  const callee = child(node, "callee");
  const name = callee.type === "MemberExpression" ? (child(callee, "property").name as string) : "";
  if (!DROPPED.test(name)) return [];
  const object = child(callee, "object");
  if (text(object, source) !== "Math") return whole(node, "call", text(object, source));
  const args = node.arguments as Node[];
  const exchanged = { min: "max", max: "min" }[name];
  if (exchanged) return whole(node, "call", text(node, source).replace(`.${name}`, `.${exchanged}`));
  return args[0] ? whole(node, "call", `(${text(args[0], source)})`) : [];
};

const QUANTIFIED: ReadonlyMap<unknown, string> = new Map([
  ["some", "every"],
  ["every", "some"],
]);

const quantifiers: Operator = (node) => {
  const name = node.type === "MemberExpression" ? child(node, "property") : undefined;
  const other = name && QUANTIFIED.get(name.name);
  return name && other ? whole(name, "operator", other) : [];
};

/** A statement that only has an effect, left out. */
const statements: Operator = (node) =>
  /^(?:Expression|Break|Continue)Statement$/.test(node.type) ? whole(node, "statement", ";") : [];

const regexes: Operator = (node, _, source) =>
  node.regex === undefined
    ? []
    : regexMistakes(text(node, source)).map(({ operator, after }) => ({
        operator,
        start: node.start,
        end: node.end,
        after,
      }));

/** Every kind of mistake that is planted. */
export const operators: readonly Operator[] = [
  numbers,
  strings,
  templates,
  booleans,
  exchanged,
  updates,
  signs,
  branches,
  returns,
  elements,
  calls,
  quantifiers,
  statements,
  regexes,
];
