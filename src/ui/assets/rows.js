// @ts-check
// The comments on the page, and the one that keys act on.

const isSlim = (/** @type {Element} */ row) => row.classList.contains("slim");

export const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".row")]);
/** Those that are not decided yet. */
export const open = () => rows().filter((row) => !isSlim(row));

/** @type {HTMLElement | undefined} */
let current;
export const currentRow = () => current;

/** @param {HTMLElement | undefined} row */
export function select(row) {
  current?.classList.remove("current");
  current = row;
  if (!row) return;
  row.classList.add("current");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("hamlet:current"));
}

/** To the next row that is open, or back. @param {number} step */
export function move(step) {
  const all = open();
  if (all.length === 0) return;
  const at = current && isSlim(current) ? nextIndex(all, step) : current ? all.indexOf(current) + step : 0;
  select(all[Math.max(0, Math.min(all.length - 1, at))]);
}

/** From a decided row on. @param {HTMLElement[]} all @param {number} step */
function nextIndex(all, step) {
  const after = all.findIndex(
    (row) => current && current.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return step > 0 ? (after < 0 ? all.length - 1 : after) : (after < 0 ? all.length : after) - 1;
}

/** The open row after one that goes, or before it. @param {HTMLElement} row */
export function neighbour(row) {
  const all = rows();
  const at = all.indexOf(row);
  return [...all.slice(at + 1), ...all.slice(0, at).reverse()].find((other) => !isSlim(other));
}

/** Keeps the tabs' numbers true. @param {string | undefined} from @param {string | undefined} to @param {number} [by] */
export function count(from, to, by = 1) {
  for (const [status, change] of /** @type {const} */ ([
    [from, -by],
    [to, by],
  ])) {
    const number = document.querySelector(`.tabs .count[data-status="${status}"]`);
    if (number) number.textContent = String(Math.max(0, Number(number.textContent) + change));
  }
}

/** A row's comment is somewhere else now. @param {HTMLElement} row @param {string} status */
export function moveTo(row, status) {
  count(row.dataset.status, status);
  row.dataset.before = row.dataset.status;
  row.dataset.status = status;
}

/** Who wrote it. @param {HTMLElement} row */
export const authorOf = (row) => row.querySelector(".author, h1 bdi")?.textContent ?? "";

/** A comment's form. @param {HTMLElement} row */
export const formOf = (row) => /** @type {HTMLFormElement} */ (row.querySelector("form.actions"));

/** A revision is one more with each decision and each undo. @param {HTMLElement} row @param {number} [known] */
export function renew(row, known) {
  const field = formOf(row)?.elements.namedItem("revision");
  if (!(field instanceof HTMLInputElement)) return;
  field.value = String(known ?? Number(field.value) + 1);
  const pick = row.querySelector("input[name=pick]");
  if (pick instanceof HTMLInputElement) pick.value = pick.value.replace(/ \d+ /, ` ${field.value} `);
}
