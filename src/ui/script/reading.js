// @ts-check
// The comment that is open, inside its row: fetched before it is asked for, so that the next one is there at once.
import { part } from "./api.js";
import { atRow, note } from "./notes.js";
import { about, authorOf, current, moveTo, neighbour, pathOf, queue, renew, rows } from "./rows.js";
import { localTimes } from "./times.js";
import { button, element, fill, words } from "./words.js";

/** Bones are shown only after this, milliseconds: before it they would flicker. */
const PATIENCE = 300;
/** Comments fetched ahead. */
const AHEAD = 2;
/** @type {WeakMap<HTMLElement, Promise<HTMLElement>>} */
const readings = new WeakMap();
/** Those that have come: shown at once, styles are computed once for all. @type {WeakMap<HTMLElement, HTMLElement>} */
const come = new WeakMap();

const link = (/** @type {HTMLElement} */ row) =>
  /** @type {HTMLAnchorElement | null} */ (row.querySelector("a.line"));

/** @param {HTMLElement} row @returns {Promise<HTMLElement>} */
function reading(row) {
  const here = row.querySelector(":scope > .reading");
  if (here instanceof HTMLElement && !here.classList.contains("is-bones")) return Promise.resolve(here);
  const known = readings.get(row) ?? fetched(row);
  readings.set(row, known);
  return known;
}

/** @param {HTMLElement} row */
async function fetched(row) {
  const content = await part(pathOf(row), "reading").catch((failure) => {
    readings.delete(row);
    throw failure;
  });
  localTimes(content);
  const made = content.querySelector(".reading");
  if (!(made instanceof HTMLElement)) throw new Error(words.failed);
  come.set(row, made);
  return made;
}

/** What is known of it has changed: it is fetched anew. @param {HTMLElement} row */
export function outdate(row) {
  readings.delete(row);
  come.delete(row);
  if (current() !== row) row.querySelector(":scope > .reading")?.remove();
}

/** The row again, as it was before it was decided. @param {HTMLElement} row @param {{ revision?: number, status?: string }} answer */
export function back(row, { revision, status }) {
  atRow(row, undefined);
  renew(row, revision);
  moveTo(row, status ?? row.dataset.before ?? "pending");
  delete row.dataset.batch;
  row.hidden = false;
  outdate(row);
}

/** Whether the open comment shows on a small screen, where it covers the list. */
export const isReading = () =>
  queue?.classList.contains("is-reading") || queue?.classList.contains("is-alone") || false;

/**
 * Opens a row's comment; `asked`: by somebody who wants to read it, on a small screen, too.
 * @param {HTMLElement | undefined} row @param {{ asked?: boolean, focus?: boolean }} [how]
 */
export async function open(row, { asked = false, focus = true } = {}) {
  const before = current();
  if (before && before !== row) shut(before);
  if (!row) return address();
  row.classList.add("is-open");
  link(row)?.setAttribute("aria-current", "true");
  if (asked) {
    if (queue && !isReading()) history.pushState({ open: row.id }, "");
    queue?.classList.add("is-reading");
  }
  address();
  const known = come.get(row);
  if (known) show(row, known);
  link(row)?.scrollIntoView({ block: "nearest" });
  if (focus) focusOn(row);
  if (known) return;
  const bones = setTimeout(() => put(row, skeleton()), PATIENCE);
  try {
    const made = await reading(row);
    clearTimeout(bones);
    if (current() !== row) return;
    show(row, made);
    if (focus) focusOn(row);
  } catch (failure) {
    clearTimeout(bones);
    const again = button(words.again ?? "", () => open(row), "btn");
    const text = /** @type {Error} */ (failure).message;
    if (current() === row)
      put(row, element("article", { className: "reading is-bones" }, note("loud", "warn", text, again)));
  }
}

/** The comment in its row, with all that the list knows of it. @param {HTMLElement} row @param {HTMLElement} made */
function show(row, made) {
  put(row, made);
  renew(row, Number(about(row).revision));
  furnish(row, made);
  ahead(row);
}

/** @param {HTMLElement} row @param {HTMLElement} made */
function put(row, made) {
  const here = row.querySelector(":scope > .reading");
  if (here === made) return;
  here?.remove();
  row.append(made);
}

/** Closes a row's comment, and keeps it for the next time. @param {HTMLElement} row */
export function shut(row) {
  row.classList.remove("is-open");
  link(row)?.removeAttribute("aria-current");
  const made = row.querySelector(":scope > .reading");
  if (!(made instanceof HTMLElement)) return;
  made.remove();
  if (made.classList.contains("is-bones")) return;
  come.set(row, made);
  if (!readings.has(row)) readings.set(row, Promise.resolve(made));
}

/** Back to the list. */
export function close() {
  const row = current();
  queue?.classList.remove("is-reading", "is-alone");
  address();
  if (row) link(row)?.focus({ preventScroll: true });
}

/** Where keys and a screen reader go on: on a small screen at the comment, else at its row. @param {HTMLElement} row */
function focusOn(row) {
  const body = /** @type {HTMLElement | null} */ (row.querySelector(".r-body"));
  const covers = body?.parentElement && getComputedStyle(body.parentElement).position === "fixed";
  (covers ? body : link(row))?.focus({ preventScroll: true });
}

/** What the list knows: the place in it, the ways to its neighbours, and what comes then. @param {HTMLElement} row @param {HTMLElement} made */
function furnish(row, made) {
  const shown = rows();
  const where = made.querySelector(".where");
  if (where && shown.length > 1)
    where.textContent = fill(words.shownOf, shown.indexOf(row) + 1, shown.length);
  for (const [name, step] of /** @type {const} */ ([
    ["to-before", -1],
    ["to-after", 1],
  ])) {
    const way = /** @type {HTMLAnchorElement | null} */ (made.querySelector(`.${name}`));
    const other = neighbour(row, step);
    if (way) way.hidden = !other;
    if (way && other) way.href = link(other)?.href ?? "#";
  }
  const next = neighbour(row, 1);
  const then = made.querySelector(".after");
  if (then)
    then.textContent = next
      ? fill(
          words.next,
          "",
          `\u2068${authorOf(next)}\u2069 · ${next.querySelector(".why > span:last-child")?.textContent ?? ""}`,
        )
      : "";
}

/** @param {HTMLElement} row */
function ahead(row) {
  let next = neighbour(row, 1);
  for (let n = 0; n < AHEAD && next; n++) {
    void reading(next).catch(() => {});
    next = neighbour(next, 1);
  }
}

function skeleton() {
  const bone = () => element("i");
  const lines = element("div", {}, bone(), bone(), bone());
  const bones = element("div", { className: "bones" }, bone(), lines);
  bones.setAttribute("aria-hidden", "true");
  return element("article", { className: "reading is-bones" }, bones);
}

/** The address names what is open, so that it can be sent to somebody, and reloaded. */
function address() {
  const row = current();
  if (!queue || !row) return;
  const to = new URL(link(row)?.href ?? location.href);
  if (!isReading()) to.searchParams.delete("open");
  const query = to.search.replaceAll("%2F", "/").replaceAll("%3A", ":");
  history.replaceState(history.state, "", to.pathname + query);
}

addEventListener("popstate", () => {
  if (queue && isReading()) close();
});

if (queue) {
  const first = current();
  if (first) {
    const made = first.querySelector(".reading");
    if (made instanceof HTMLElement) furnish(first, made);
    ahead(first);
  }
}
