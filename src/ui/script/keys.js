// @ts-check
// Keys. Left to the browser with a modifier, in a field, while text is composed and over a dialog; they can be
// switched off (WCAG 2.1.4).
import { bulk } from "./bulk.js";
import { decide, isOffered } from "./decide.js";
import { isDialogOpen } from "./dialog.js";
import { keyName } from "./key-name.js";
import { copyLink, listAuthor, showKeys } from "./panels.js";
import { close, isReading, open } from "./reading.js";
import { replyTo } from "./reply.js";
import { current, neighbour, queue } from "./rows.js";
import { pick, pickAll } from "./selection.js";
import { undoLast } from "./undo.js";
import { element } from "./words.js";

const OFF = "hamlet-keys-off";
const isOn = element("input", { type: "checkbox" });
isOn.checked = localStorage.getItem(OFF) === null;
isOn.addEventListener("change", () => {
  if (isOn.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});

/** @param {(row: HTMLElement) => void} work */
const onRow = (work) => () => {
  const row = current();
  if (row) work(row);
};
/** @param {string} decision */
const act = (decision) =>
  onRow((row) => {
    if (isOffered(row, decision)) void decide(row, decision);
  });
/** @param {string} selector */
const click = (selector) => () =>
  /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
const tab = (/** @type {number} */ n) => click(`.tabs a:nth-child(${n})`);
export const help = () => showKeys(isOn);

/** To the next comment, or back; before the first step to the first. @param {number} step */
export function move(step) {
  const row = current();
  const next = row ? neighbour(row, step) : neighbour(undefined, 0);
  if (next) void open(next);
}

/** One by one, or the list beside it again. */
function alone() {
  if (!queue?.classList.toggle("is-alone")) close();
  const row = current();
  if (row) void open(row);
}

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  n: () => move(1),
  a: act("approve"),
  s: act("spam"),
  d: act("discard"),
  x: onRow(pick),
  "Shift+x": pickAll,
  "Shift+a": () => bulk("approve", true),
  "Shift+s": () => bulk("spam", true),
  "Shift+d": () => bulk("discard", true),
  z: undoLast,
  o: onRow((row) => /** @type {HTMLElement | null} */ (row.querySelector(".to-post"))?.click()),
  r: onRow(replyTo),
  c: onRow(copyLink),
  Enter: onRow((row) => void open(row, { asked: true })),
  Escape: () => isReading() && close(),
  t: onRow((row) => listAuthor(row, "allowed")),
  b: onRow((row) => listAuthor(row, "blocked")),
  f: alone,
  "/": () => /** @type {HTMLElement | null} */ (document.querySelector("input[type=search]"))?.focus(),
  "?": help,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [String(n), tab(n)])),
};
/** Held down these go on and on; any other does its work once. */
const whileHeld = new Set(["j", "k", "ArrowDown", "ArrowUp"]);

/** Whether a key is the browser's, or writes text. @param {KeyboardEvent} event */
function isTheirs(event) {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || event.getModifierState("AltGraph")) return true;
  if (isComposing || key === "Process") return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])")) return true;
  if (key.startsWith("Arrow")) return target.closest(".r-body, .details, nav, [popover]") !== null;
  return key === "Enter" && target.matches("input, button, a, summary");
}

/** Keys work from now on. */
export function keepOn() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || isTheirs(event) || !isOn.checked || isDialogOpen()) return;
    const name = keyName(event);
    const work = name !== undefined && Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (!name || !work) return;
    event.preventDefault();
    if (!event.repeat || whileHeld.has(name)) work();
  });
}
