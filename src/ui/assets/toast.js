// @ts-check
// What was just done, and its undo. Undo works on: by the key, in the row, and after a reload.
import { button, element, words } from "./words.js";

const SHOWN = 30_000;
/** In the focus view, where the next comment waits. */
const SHOWN_BRIEFLY = 5_000;

/** @type {{ undo: () => void }[]} What can be taken back, the last one at the end. */
const done = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let box = /** @type {HTMLElement | undefined} */ (undefined);

/** Remembers a decision. @param {() => void} undo */
export function remember(undo) {
  document.querySelector("section.last")?.remove();
  const entry = { undo };
  done.push(entry);
  return entry;
}

/** @param {{ undo: () => void }} entry */
export function forget(entry) {
  const at = done.lastIndexOf(entry);
  if (at >= 0) done.splice(at, 1);
}

/** Takes the last decision back: of this page, or else the one that the page brought along. */
export function undoLast() {
  const last = done.pop();
  if (last) last.undo();
  else lastOfPage()?.click();
}

/** @returns {HTMLButtonElement | null} */
const lastOfPage = () => document.querySelector("section.last button.undo");

/** @param {string} text @param {(() => void) | undefined} [undo] */
export function toast(text, undo) {
  clearTimeout(timer);
  box?.remove();
  box = element("div", { className: "toast" }, element("span", {}, text));
  if (undo) {
    const key = element("kbd", { className: "wide" }, "z");
    const take = button(`${words.undo} `, () => {
      hide();
      undo();
    });
    take.append(key);
    box.append(take);
  }
  document.body.append(box);
  timer = setTimeout(hide, document.querySelector(".rows.focus") ? SHOWN_BRIEFLY : SHOWN);
}

export function hide() {
  clearTimeout(timer);
  box?.remove();
}
