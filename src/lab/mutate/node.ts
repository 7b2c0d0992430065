/** A node of the syntax tree, as far as planting needs to know it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Nodes that say something of types only: what stands in them never runs. */
const isOfTypes = ({ type, importKind, exportKind, declare }: Node): boolean =>
  (type.startsWith("TS") && !/^TS(?:As|Satisfies|NonNull)/.test(type)) ||
  type.startsWith("Import") ||
  importKind === "type" ||
  exportKind === "type" ||
  declare === true;

const NOT_RUN = new Set(["typeAnnotation", "returnType", "source", "attributes"]);

/** Every node that runs, with those around it, the nearest first. */
export function* running(node: Node, around: readonly Node[] = []): Generator<[Node, readonly Node[]]> {
  if (isOfTypes(node)) return;
  yield [node, around];
  const within = [node, ...around];
  for (const [member, value] of Object.entries(node)) {
    if (NOT_RUN.has(member)) continue;
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* running(child, within);
  }
}

/** A member that is a node. */
export const child = (node: Node, member: string): Node => node[member] as Node;
