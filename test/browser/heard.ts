import type { Page } from "playwright-core";

interface Value {
  readonly value?: unknown;
}

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** What a screen reader says of a thing beside its role and its name. */
const SAID = ["checked", "expanded", "focused", "disabled", "live", "keyshortcuts", "level", "hasPopup"];
/** Pieces of text that their parents' names hold already. */
const TEXT = new Set(["StaticText", "InlineTextBox", "LineBreak", "ListMarker"]);
/** What has no name and says nothing. */
const PLAIN = new Set(["generic", "none", "paragraph", "svg-root"]);

/** A page as Chromium's accessibility tree has it, a line for each thing: how deep, its role, its name, its states. */
export async function heard(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: readonly Node[];
  };
  await session.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const tell = (node: Node | undefined, depth: number, parent: string): void => {
    if (!node) return;
    const role = String(node.role?.value ?? "");
    const name = String(node.name?.value ?? "").trim();
    const isRepeated = TEXT.has(role) && (name === "" || parent.includes(name));
    const isPlain = PLAIN.has(role) && name === "";
    const isTold = !node.ignored && !isRepeated && !isPlain && role !== "InlineTextBox";
    if (isTold) lines.push(`${"  ".repeat(depth)}${lineOf(node, role, name)}`);
    for (const id of node.childIds ?? []) tell(known.get(id), isTold ? depth + 1 : depth, name || parent);
  };
  tell(nodes[0], 0, "");
  return lines;
}

function lineOf({ description, properties = [] }: Node, role: string, name: string): string {
  const states = properties
    .filter((one) => SAID.includes(one.name) && one.value.value !== false && one.value.value !== "off")
    .map((one) => `${one.name}=${one.value.value}`);
  const more = description?.value ? [`(${description.value})`] : [];
  return [role, JSON.stringify(name), ...states, ...more].join(" ");
}
