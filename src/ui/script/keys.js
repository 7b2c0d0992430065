// @ts-check
// What each key of the queue does.
import { bulk } from "./bulk.js";
import { decide, isOffered } from "./decide.js";
import { areKeysOn, listen, switchKeys } from "./keyboard.js";
import { copyLink, listAuthor, showKeys } from "./panels.js";
import { close, isReading, open } from "./reading.js";
import { replyTo } from "./reply.js";
import { current, neighbour, queue } from "./rows.js";
import { pick, pickAll } from "./selection.js";
import { undoLast } from "./undo.js";
import { element } from "./words.js";

const isOn = element("input", { type: "checkbox" });
isOn.checked = areKeysOn();
isOn.addEventListener("change", () => switchKeys(isOn.checked));

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
  "Shift+a": () => bulk("approve", { byKey: true }),
  "Shift+s": () => bulk("spam", { byKey: true }),
  "Shift+d": () => bulk("discard", { byKey: true }),
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
/** Keys work from now on. */
export const keepOn = () => listen(keys);
