// @ts-check
// Which comments of the page are selected.
import { boxOf, queue, rows } from "./rows.js";
import { fill, number, words } from "./words.js";

/** The form that decides on them. */
export const form = /** @type {HTMLFormElement | null} */ (document.getElementById("bulk"));
export const selected = document.getElementById("selected");
const block = /** @type {HTMLButtonElement | null} */ (form?.querySelector(".block") ?? null);
const all = /** @type {HTMLInputElement | null} */ (document.getElementById("pick-all"));

const boxes = () => rows().flatMap((row) => boxOf(row) ?? []);
const picked = () => boxes().filter((box) => box.checked);

/** Rows that are selected. */
export const pickedRows = () => rows().filter((row) => boxOf(row)?.checked);

/** What a decision would be taken on: how many comments; all that match, or those selected; all that are shown. */
export function target() {
  const matching = form?.elements.namedItem("all");
  const every = matching instanceof HTMLInputElement && matching.checked;
  const n = every ? Number(matching.value) : picked().length;
  return { n, every, whole: every || n === boxes().length };
}

/** Says how many are selected. */
export function showSelection() {
  const { n, every, whole } = target();
  if (selected) selected.textContent = fill(words.selected, number(n));
  queue?.classList.toggle("is-picking", n > 0);
  // Of all that match nobody has seen who wrote them.
  if (block) block.hidden = every;
  for (const row of rows()) row.classList.toggle("is-picked", boxOf(row)?.checked === true);
  if (!all) return;
  all.checked = n > 0 && whole;
  all.indeterminate = n > 0 && !whole;
}

/** @param {HTMLElement} row */
export const pick = (row) => boxOf(row)?.click();

export function pickAll() {
  const wanted = picked().length < boxes().length;
  for (const box of boxes()) box.checked = wanted;
  showSelection();
}

if (form) {
  document.addEventListener("change", (event) => {
    const box = /** @type {HTMLInputElement} */ (event.target);
    if (box === all) {
      for (const other of boxes()) other.checked = all.checked;
    }
    if (box === all || box.form === form) showSelection();
  });
  showSelection();
}
