// @ts-check
// Comments of the past that a person should look at: decided by click or by the queue's keys, without the page loading again.
import { post } from "./api.js";
import { listen } from "./keyboard.js";
import { element, fill, number, say } from "./words.js";

const list = document.getElementById("suspects");
const hint = /** @type {HTMLElement | null} */ (list?.querySelector("[data-left]") ?? null);
const all = /** @type {HTMLElement[]} */ ([...(list?.querySelectorAll("article") ?? [])]);
const open = () => all.filter((one) => !one.hidden);

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

/** One more is decided, or one less. @param {number} by */
function count(by) {
  if (!hint) return;
  const left = Number(hint.dataset.left) + by;
  hint.dataset.left = String(left);
  hint.textContent = fill(hint.dataset.words, number(left));
}

/** @param {HTMLElement} article @param {"ham" | "spam"} label */
async function decide(article, label) {
  const form = /** @type {HTMLFormElement} */ (article.querySelector("form"));
  const body = new URLSearchParams({ label });
  for (const [name, value] of new FormData(form)) body.append(name, String(value));
  const at = open().indexOf(article);
  article.hidden = true;
  count(-1);
  const next = open()[at] ?? open()[at - 1];
  choose(next);
  say(article.querySelector(`button[value=${label}]`)?.textContent ?? "");
  sending++;
  try {
    await post(form.action, body);
  } catch {
    article.hidden = false;
    count(1);
    article.querySelector(".fault")?.remove();
    article.append(element("p", { className: "fault", role: "alert" }, list?.dataset.failed ?? ""));
  }
  sending--;
  if (sending === 0 && open().length === 0) location.reload();
}

/** @param {"ham" | "spam"} label */
const act = (label) => () => {
  const article = current();
  if (article) void decide(article, label);
};

for (const article of all) {
  article.tabIndex = -1;
  article.addEventListener("focusin", () => choose(article, { focus: false }));
  article.addEventListener("submit", (event) => {
    const label = /** @type {SubmitEvent} */ (event).submitter?.getAttribute("value");
    if (label !== "ham" && label !== "spam") return;
    event.preventDefault();
    void decide(article, label);
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
  });
