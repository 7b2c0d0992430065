// @ts-check
// Which comments of the page are selected.
import { open } from "./rows.js";
import { fill, words } from "./words.js";

/** The form that decides on them. */
export const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.bulk"));
export const selected = document.getElementById("selected");
const all = /** @type {HTMLInputElement | null} */ (document.getElementById("pick-all"));

/** @returns {HTMLInputElement[]} */
const boxes = () =>
  open().flatMap((row) => {
    const box = row.querySelector("input[name=pick]");
    return box instanceof HTMLInputElement ? [box] : [];
  });
const picked = () => boxes().filter((box) => box.checked);

/** Rows that are selected. */
export const pickedRows = () => open().filter((row) => row.querySelector("input[name=pick]:checked"));

/** What a decision would be taken on: how many comments; all that match, or those selected; all that are shown. */
export function target() {
  const matching = form?.elements.namedItem("all");
  const every = matching instanceof HTMLInputElement && matching.checked;
  const n = every ? Number(matching.value) : picked().length;
  return { n, every, whole: every || n === boxes().length };
}

/** Says how many are selected; the buttons are there when there are some. */
export function showSelection() {
  const { n, whole } = target();
  if (selected) selected.textContent = fill(words.selected, n);
  form?.classList.toggle("active", n > 0);
  for (const row of open()) {
    const box = row.querySelector("input[name=pick]");
    row.classList.toggle("picked", box instanceof HTMLInputElement && box.checked);
  }
  if (all) all.checked = n > 0 && whole;
}

/** @param {HTMLElement} row */
export function pick(row) {
  /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=pick]"))?.click();
}

export function pickAll() {
  const wanted = picked().length < boxes().length;
  for (const box of boxes()) box.checked = wanted;
  showSelection();
}

if (form) {
  form.classList.add("scripted");
  const label = form.querySelector(".all");
  if (label instanceof HTMLElement) label.hidden = false;
  document.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box === all) {
      for (const other of boxes()) other.checked = all.checked;
    }
    if (box === all || box.name === "pick" || box.form === form) showSelection();
  });
  showSelection();
}
