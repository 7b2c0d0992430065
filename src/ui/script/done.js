// @ts-check
// The done line: how much was decided, and unfolded each decision with its own undo.
import { takeBack } from "./undo.js";
import { button, element, fill, icon, number, words } from "./words.js";

const thumb = /** @type {HTMLElement | null} */ (document.querySelector(".thumb"));
const fold = /** @type {HTMLElement | null} */ (document.querySelector(".done-fold"));
const counted = fold?.querySelector("summary b");
const slims = fold?.querySelector(".slims");
const brought = /** @type {HTMLElement | null} */ (document.querySelector("form.undo-last"));

const LOOK = { approve: ["check", "fine"], spam: ["spam", "spam"], discard: ["discard", ""] };

/** @type {{ entry: import("./undo.js").Done, n: number, line: HTMLElement }[]} What this page did, the newest first. */
const own = [];
/** Takes back what was done last. @type {HTMLButtonElement | undefined} */
let last;

/**
 * @param {import("./undo.js").Done} entry @param {string} decision
 * @param {{ author?: string, text?: string, n?: number }} about
 */
export function tellDone(entry, decision, { author, text, n = 1 }) {
  const [drawing = "check", tone = ""] = LOOK[/** @type {keyof typeof LOOK} */ (decision)] ?? [];
  const said = element("p", {}, element("b", {}, text ?? words.done[decision] ?? ""));
  if (author) said.append(" ", element("bdi", {}, author));
  said.append(` · ${words.learned[decision] ?? ""}`);
  const undo = button((n > 1 ? words.undoAll : words.undo) ?? "", () => void takeBack(entry));
  const line = element("li", { className: `slim ${tone}` }, icon(drawing), said, undo);
  slims?.prepend(line);
  own.unshift({ entry, n, line });
  change(n);
}

/** Says something else of it after its author. @param {import("./undo.js").Done} entry @param {string} text */
export function amendDone(entry, text) {
  const said = own.find((one) => one.entry === entry)?.line.querySelector("p");
  if (said?.lastChild) said.lastChild.textContent = ` · ${text}`;
}

/** It was taken back, or not done at all. @param {import("./undo.js").Done | undefined} entry */
export function untellDone(entry) {
  const at = own.findIndex((one) => one.entry === entry);
  const [one] = at < 0 ? [] : own.splice(at, 1);
  if (!one) return;
  one.line.remove();
  change(-one.n);
}

/** @param {number} n */
function change(n) {
  if (!thumb || !fold) return;
  const total = Math.max(0, Number(thumb.dataset.done) + n);
  thumb.dataset.done = String(total);
  if (counted) counted.textContent = fill(words.decidedCount, number(total));
  thumb.hidden = total === 0 && !thumb.querySelector(".one");
  fold.hidden = total === 0;
  const [newest] = own;
  if (brought) brought.hidden = newest !== undefined;
  last?.remove();
  if (!newest) return;
  last = button((newest.n > 1 ? words.undoAll : words.undo) ?? "", () => void takeBack(newest.entry));
  last.setAttribute("aria-keyshortcuts", "z");
  last.append(element("kbd", { ariaHidden: "true" }, "z"));
  fold.after(last);
}
