// @ts-check
// Comments of the past that a person should look at: decided by click or by the queue's keys, and taken back, without the page
// loading again.
import { post } from "./api.js";
import { listen } from "./keyboard.js";
import { forget, hide, remember, takeBack, toast, undoLast } from "./undo.js";
import { element, fill, number, say, words } from "./words.js";

/** @typedef {import("./undo.js").Done} Done */

const list = document.getElementById("suspects");
const decided = document.getElementById("decided");
const hint = /** @type {HTMLElement | null} */ (list?.querySelector("[data-left]") ?? null);
/** In the order of the list: there one stands again when its decision is taken back. */
const all = /** @type {HTMLElement[]} */ ([...(list?.querySelectorAll("article") ?? [])]);
const before = /** @type {HTMLElement[]} */ ([...(decided?.querySelectorAll("article") ?? [])]);
const open = () => all.filter((one) => one.parentElement === list);

/** How each is taken back, once decided. @type {Map<HTMLElement, Done>} */
const undos = new Map();
/** What is under way with each: the next thing waits for it. @type {Map<HTMLElement, Promise<unknown>>} */
const underWay = new Map();
/** Decisions under way: what else there is to look at is shown when all have arrived. */
let sending = 0;

/** The one that keys decide on. */
const current = () => open().find((one) => one.classList.contains("is-current"));

/** @param {HTMLElement | undefined} article @param {{ focus?: boolean }} [more] */
function choose(article, { focus = true } = {}) {
  for (const one of all) one.classList.toggle("is-current", one === article);
  if (!focus || !article) return;
  article.focus();
  article.scrollIntoView({ block: "nearest" });
}

/** To the next, or back; before the first step to the first. @param {number} step */
function move(step) {
  const shown = open();
  const at = current();
  const next = at ? shown[shown.indexOf(at) + step] : shown[0];
  if (next) choose(next);
}

/** How many wait, one more or one less. @param {number} by */
function count(by) {
  const left = Number(hint?.dataset.left) + by;
  if (hint) {
    hint.dataset.left = String(left);
    hint.textContent = fill(hint.dataset.words, number(left));
  }
  if (list) list.hidden = left === 0;
  if (decided) decided.hidden = decided.querySelector("article") === null;
  return left;
}

/** @param {HTMLElement} article @param {string} selector */
const formOf = (article, selector) => /** @type {HTMLFormElement} */ (article.querySelector(selector));

/** One thing after the other. @template T @param {HTMLElement} article @param {() => Promise<T>} work @returns {Promise<T>} */
function inTurn(article, work) {
  const done = (underWay.get(article) ?? Promise.resolve()).catch(() => {}).then(work);
  underWay.set(article, done);
  return done;
}

/** @param {HTMLElement} article @param {"ham" | "spam"} label */
async function decide(article, label) {
  const form = formOf(article, ".word");
  const body = new URLSearchParams({ label });
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const said = form.querySelector(`button[value=${label}]`)?.textContent ?? "";
  const entry = remember(() => undo(article));
  undos.set(article, entry);
  const at = open().indexOf(article);
  article.querySelector(".fault")?.remove();
  const told = article.querySelector("[data-said]");
  if (told) told.textContent = said;
  (decided?.querySelector("article") ?? null)?.before(article);
  if (article.parentElement !== decided) decided?.append(article);
  count(-1);
  choose(open()[at] ?? open()[at - 1]);
  toast(said, { entry, author: article.querySelector("b")?.textContent ?? "" });
  say(said);
  sending++;
  await inTurn(article, () => post(form.action, body)).catch(() => {
    forget(entry);
    undos.delete(article);
    wait(article);
    complain(article, list?.dataset.failed ?? "");
  });
  sending--;
  if (sending === 0 && open().length === 0 && count(0) > 0) location.reload();
}

/** @param {HTMLElement} article @param {string} message */
function complain(article, message) {
  article.querySelector(".fault")?.remove();
  article.append(element("p", { className: "fault", role: "alert" }, message));
}

/** It waits again, at its place. @param {HTMLElement} article */
function wait(article) {
  const next = all.slice(all.indexOf(article) + 1).find((one) => one.parentElement === list);
  if (next) next.before(article);
  else list?.append(article);
  count(1);
}

/** Takes a decision back. False: it still stands, and that can be tried again. @param {HTMLElement} article */
async function undo(article) {
  hide();
  const form = formOf(article, ".back");
  try {
    await inTurn(article, async () => {
      if (article.parentElement === decided) await post(form.action, new URLSearchParams(fieldsIn(form)));
    });
  } catch (failure) {
    complain(article, /** @type {Error} */ (failure).message);
    return false;
  }
  undos.delete(article);
  if (article.parentElement === list) return true;
  article.querySelector(".fault")?.remove();
  form.classList.remove("undo-last");
  wait(article);
  choose(article);
  say(words.undone ?? "");
  return true;
}

/** @param {HTMLFormElement} form @returns {[string, string][]} */
const fieldsIn = (form) => [...new FormData(form)].map(([name, value]) => [name, String(value)]);

/** @param {"ham" | "spam"} label */
const act = (label) => () => {
  const article = current();
  if (article) void decide(article, label);
};

// Those that were decided before stand first when they wait again: they were the most doubtful.
all.unshift(...before);
for (const article of all) {
  article.tabIndex = -1;
  article.addEventListener("focusin", () => {
    if (article.parentElement === list) choose(article, { focus: false });
  });
  article.addEventListener("submit", (event) => {
    event.preventDefault();
    if (article.parentElement === decided)
      return void takeBack(undos.get(article) ?? remember(() => undo(article)));
    const label = /** @type {SubmitEvent} */ (event).submitter?.getAttribute("value");
    if (label === "ham" || label === "spam") void decide(article, label);
  });
}
if (all.length > 0)
  listen({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    a: act("ham"),
    s: act("spam"),
    z: undoLast,
  });
