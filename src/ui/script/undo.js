// @ts-check
// What was just done, and how it is taken back: by the key, in the done line, in a message, and after a reload.
import { button, element, icon, words } from "./words.js";

const SHOWN = 30_000;
/** Where the next comment waits behind it. */
const SHOWN_BRIEFLY = 5_000;

/**
 * Something done, and how it is taken back; the answer false: it was not, and can be tried again.
 * @typedef {{ undo: () => Promise<boolean | void> }} Done
 */

/** @type {Done[]} What can be taken back, the last one at the end. */
const done = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
/** @type {HTMLElement | undefined} */
let box;
/** @type {Done | undefined} What the message on the page names. */
let named;

/** Remembers what is being done, from the moment on that it is asked for. @param {Done["undo"]} undo */
export function remember(undo) {
  const entry = { undo };
  done.push(entry);
  return entry;
}

/** @param {Done | undefined} entry */
export function forget(entry) {
  const at = entry ? done.lastIndexOf(entry) : -1;
  if (at >= 0) done.splice(at, 1);
  if (entry && entry === named) hide();
}

/** @param {Done} entry */
export async function takeBack(entry) {
  forget(entry);
  if ((await entry.undo()) === false) done.push(entry);
}

/** Takes back what was done last: on this page, or else what the page brought along. */
export function undoLast() {
  const last = done.at(-1);
  const brought = document.querySelector("form.undo-last button");
  if (last) void takeBack(last);
  else if (brought instanceof HTMLElement) brought.click();
}

/** Whether the open comment covers the list, and with it what was done. */
const isCovered = () => {
  const reading = document.querySelector(".row.is-open > .reading");
  return reading !== null && getComputedStyle(reading).position === "fixed";
};

/**
 * Shows a message. With something done it offers to take that back, by a button and by the key: of what is not the
 * last that was done, nothing is shown, or the key would take back something else than it names.
 * @param {string} text @param {{ entry?: Done | undefined, author?: string, drawing?: string }} [about]
 */
export function toast(text, { entry, author, drawing = "check" } = {}) {
  if (entry && done.at(-1) !== entry) return;
  hide();
  const said = element("p", {}, text);
  if (author) said.append(" ", element("b", {}, element("bdi", {}, author)));
  box = element("div", { className: "toast" }, icon(drawing), said);
  if (entry) {
    const take = button(words.undo ?? "", () => takeBack(entry), "btn");
    take.setAttribute("aria-keyshortcuts", "z");
    take.append(element("kbd", { ariaHidden: "true" }, "z"));
    box.append(take);
  }
  named = entry;
  document.body.append(box);
  timer = setTimeout(hide, isCovered() ? SHOWN_BRIEFLY : SHOWN);
}

/** A decision stands in the done line; a message tells of it only where that is covered. @param {string} text @param {{ entry?: Done | undefined, author?: string }} about */
export function toastIfCovered(text, about) {
  if (isCovered()) toast(text, about);
}

export function hide() {
  clearTimeout(timer);
  box?.remove();
  named = undefined;
}
