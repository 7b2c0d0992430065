// @ts-check
// Keys. Left to the browser with a modifier, in a field, while text is composed and over a dialog; they can be
// switched off (WCAG 2.1.4).
import { bulk } from "./bulk.js";
import { decide, isOffered } from "./decide.js";
import { isDialogOpen } from "./dialog.js";
import { keyName } from "./key-name.js";
import { listAuthor, showKeys, toggleDetails } from "./panels.js";
import { currentRow, move } from "./rows.js";
import { pick, pickAll } from "./selection.js";
import { undoLast } from "./toast.js";
import { button, element, words } from "./words.js";

const OFF = "hamlet-keys-off";
const isOn = element("input", { type: "checkbox" });
isOn.checked = localStorage.getItem(OFF) === null;
isOn.addEventListener("change", () => {
  if (isOn.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});

/** @param {string} decision */
const act = (decision) => () => {
  const row = currentRow();
  if (row && isOffered(row, decision)) void decide(row, decision);
};
/** @param {(row: HTMLElement) => void} work */
const onRow = (work) => () => {
  const row = currentRow();
  if (row && !row.classList.contains("slim")) work(row);
};
/** @param {string} selector */
const click = (selector) => () =>
  /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
const tab = (/** @type {number} */ n) => click(`.tabs a:nth-child(${n})`);
const help = () => showKeys(isOn);

function pickCurrent() {
  if (!currentRow()) move(1);
  onRow(pick)();
}

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  n: () => move(1),
  a: act("approve"),
  s: act("spam"),
  d: act("discard"),
  x: pickCurrent,
  "Shift+x": pickAll,
  "Shift+a": () => bulk("approve", true),
  "Shift+s": () => bulk("spam", true),
  "Shift+d": () => bulk("discard", true),
  z: undoLast,
  o: onRow(toggleDetails),
  Enter: onRow(toggleDetails),
  t: onRow((row) => listAuthor(row, "allowed")),
  b: onRow((row) => listAuthor(row, "blocked")),
  f: click("#focus-view"),
  "/": () => /** @type {HTMLElement | null} */ (document.querySelector("input[type=search]"))?.focus(),
  "?": help,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [String(n), tab(n)])),
};
/** Held down these go on and on; any other does its work once. */
const whileHeld = new Set(["j", "k"]);

/** Whether a key is the browser's, or writes text. @param {KeyboardEvent} event */
function isTheirs(event) {
  const { target, key, ctrlKey, metaKey, altKey, isComposing } = event;
  if (ctrlKey || metaKey || altKey || event.getModifierState("AltGraph")) return true;
  if (isComposing || key === "Process") return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox])")) return true;
  return key === "Enter" && target.matches("input, button, a, summary");
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || isTheirs(event) || !isOn.checked || isDialogOpen()) return;
  const name = keyName(event);
  const work = name !== undefined && Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!name || !work) return;
  event.preventDefault();
  if (!event.repeat || whileHeld.has(name)) work();
});

const opener = button(`${words.keysTitle} `, help, "quiet help");
opener.append(element("kbd", {}, "?"));
document.querySelector("main")?.append(element("p", { className: "more" }, opener));
