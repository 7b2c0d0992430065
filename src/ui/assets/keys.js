// @ts-check
// Keys. Ignored with a modifier, in a field and over a dialog; they can be switched off (WCAG 2.1.4).
import { bulk, pick, pickAll } from "./bulk.js";
import { decide, isOffered, undoLast } from "./decide.js";
import { isDialogOpen } from "./dialog.js";
import { listAuthor, showKeys, toggleDetails } from "./panels.js";
import { currentRow, move } from "./rows.js";
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

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  n: () => move(1),
  a: act("approve"),
  s: act("spam"),
  d: act("discard"),
  x: () => pick(currentRow()),
  X: pickAll,
  A: () => bulk("approve"),
  S: () => bulk("spam"),
  D: () => bulk("discard"),
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

/** @param {HTMLElement} target @param {string} key */
function isTheirs(target, key) {
  if (target.matches("textarea, select, input:not([type=checkbox])")) return true;
  return key === "Enter" && target.matches("input, button, a, summary");
}

document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.isComposing || !isOn.checked || isDialogOpen()) return;
  const work = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (!work || isTheirs(/** @type {HTMLElement} */ (event.target), key)) return;
  event.preventDefault();
  work();
});

const opener = button(`${words.keysTitle} `, help, "quiet help");
opener.append(element("kbd", {}, "?"));
document.querySelector("main")?.append(element("p", { className: "more" }, opener));
