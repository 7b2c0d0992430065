// @ts-check
// The comments on the page: which are there, where each is now, and how many there are.
import { fill, number, words } from "./words.js";

export const queue = document.querySelector("main.queue");
const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".list > .row, .row.alone")]);

/** Those that are not decided yet. */
export const rows = () => all.filter((row) => !row.hidden);
/** Every one that the page came with. */
export const everyRow = () => all;
/** @param {string} id */
export const rowOf = (id) => all.find((row) => row.id === id);

/** The one that is open. */
export const current = () => rows().find((row) => row.classList.contains("is-open"));

/** The row after one, or before it; the last and the first have none. @param {HTMLElement | undefined} row @param {number} step */
export function neighbour(row, step) {
  const shown = rows();
  return row ? shown[shown.indexOf(row) + step] : shown[0];
}

/** @param {HTMLElement} row @returns {HTMLInputElement | null} */
export const boxOf = (row) => row.querySelector("input[name=pick]");
/** @param {HTMLElement} row @returns {HTMLFormElement | null} */
export const formOf = (row) => row.querySelector("form.acts");

/** Site, revision and id of a row's comment. @param {HTMLElement} row */
export function about(row) {
  const form = formOf(row);
  /** @param {string} name */
  const field = (name) =>
    /** @type {HTMLInputElement | null} */ (form?.elements.namedItem(name))?.value ?? "";
  const [site, revision, ...id] = boxOf(row)?.value.split(" ") ?? [
    field("site"),
    field("revision"),
    field("id"),
  ];
  return { site: site ?? "", revision: revision ?? "", id: id.join(" ") };
}

/** A comment's own page. @param {HTMLElement} row */
export function pathOf(row) {
  const { site, id } = about(row);
  return `/queue/${site}/${encodeURIComponent(id)}`;
}

/** A revision is one more with each decision and each undo. @param {HTMLElement} row @param {number} [known] */
export function renew(row, known) {
  const { site, revision, id } = about(row);
  const next = String(known ?? Number(revision) + 1);
  const box = boxOf(row);
  if (box) box.value = `${site} ${next} ${id}`;
  const field = formOf(row)?.elements.namedItem("revision");
  if (field instanceof HTMLInputElement) field.value = next;
}

/** Who wrote it. @param {HTMLElement} row */
export const authorOf = (row) => row.querySelector(".author")?.textContent ?? "";

/** Copies of it that are decided with it. @param {HTMLElement} row */
export const waveOf = (row) => Number(row.dataset.wave ?? 0);

/** Keeps the tabs' numbers true. @param {string | undefined} from @param {string | undefined} to @param {number} [by] */
export function count(from, to, by = 1) {
  for (const [status, change] of /** @type {const} */ ([
    [from, -by],
    [to, by],
  ])) {
    const tab = /** @type {HTMLElement | null} */ (
      document.querySelector(`.tabs .n[data-status="${status}"]`)
    );
    if (tab) setCount(tab, Number(tab.dataset.n) + change);
  }
  showLeft();
}

/** @param {HTMLElement} tab @param {number} n */
export function setCount(tab, n) {
  tab.dataset.n = String(Math.max(0, n));
  if (tab.dataset.status === "pending") badge(Math.max(0, n));
  tab.textContent = number(Math.max(0, n));
}

/** How many wait, on the icon of the installed page, where there are such badges. @param {number} n */
const badge = (n) => void (/** @type {any} */ (navigator).setAppBadge?.(n).catch(() => {}));

/** Over the list: how many decisions are left on the page, for how many comments. */
export function showLeft() {
  const head = document.getElementById("count");
  const here = /** @type {HTMLElement | null} */ (document.querySelector(".tabs [aria-current] .n"));
  if (!head || !here) return;
  const left = rows().length;
  const small = document.createElement("small");
  small.textContent =
    Number(here.dataset.n) === left ? "" : ` · ${fill(words.commentsLeft, here.textContent ?? "")}`;
  head.replaceChildren(fill(left === 1 ? words.decisions.one : words.decisions.more, number(left)), small);
}

/** A row's comment is somewhere else now. @param {HTMLElement} row @param {string} status */
export function moveTo(row, status) {
  row.dataset.before = row.dataset.status;
  row.dataset.status = status;
  count(row.dataset.before, status);
}

const pending = /** @type {HTMLElement | null} */ (document.querySelector('.tabs .n[data-status="pending"]'));
if (pending) badge(Number(pending.dataset.n));
