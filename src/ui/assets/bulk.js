// @ts-check
// One decision on many comments: those selected, or all that the search matches.
import { Failure, post } from "./api.js";
import { markDone, undoBatch } from "./decide.js";
import { confirmed } from "./dialog.js";
import { complain, restore, slim } from "./lines.js";
import { open } from "./rows.js";
import { remember, toast } from "./toast.js";
import { element, fill, say, words } from "./words.js";

const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form.bulk"));
const selected = document.getElementById("selected");
const all = /** @type {HTMLInputElement | null} */ (document.getElementById("pick-all"));
const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress"));

/** @returns {HTMLInputElement[]} */
const boxes = () =>
  open().flatMap((row) => {
    const box = row.querySelector("input[name=pick]");
    return box instanceof HTMLInputElement ? [box] : [];
  });
const picked = () => boxes().filter((box) => box.checked);

/** Says how many are selected; the buttons are there when there are some. */
export function showSelection() {
  const n = picked().length;
  const matching = form?.elements.namedItem("all");
  const every = matching instanceof HTMLInputElement && matching.checked;
  if (selected) selected.textContent = fill(words.selected, every ? matching.value : n);
  form?.classList.toggle("active", n > 0 || every);
  for (const row of open()) {
    const box = row.querySelector("input[name=pick]");
    row.classList.toggle("picked", box instanceof HTMLInputElement && box.checked);
  }
  if (all) all.checked = n > 0 && n === boxes().length;
}

/** @param {HTMLElement | undefined} row */
export function pick(row) {
  /** @type {HTMLInputElement | null | undefined} */ (row?.querySelector("input[name=pick]"))?.click();
}

export function pickAll() {
  const wanted = picked().length < boxes().length;
  for (const box of boxes()) box.checked = wanted;
  showSelection();
}

/** @param {string} decision */
export async function bulk(decision) {
  if (!form) return;
  const button = form.querySelector(`button[value="${decision}"]`);
  const matching = form.elements.namedItem("all");
  const every = matching instanceof HTMLInputElement && matching.checked;
  const n = every ? Number(matching.value) : picked().length;
  if (n === 0 || !(await confirmed(n, button?.textContent ?? ""))) return;
  if (every) await decideAll(form, decision, n);
  else await decidePicked(form, decision);
  showSelection();
}

/** @param {HTMLFormElement} form @param {string} decision */
async function decidePicked(form, decision) {
  const body = new FormData(form);
  body.set("decision", decision);
  const shown = open().filter(
    (row) => /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=pick]:checked")),
  );
  for (const row of shown) slim(row, words.saving ?? "");
  try {
    const answer = await post("/queue/bulk", body);
    for (const one of answer.failed) refuse(one);
    markDone(answer, decision);
    finish(answer);
  } catch (failure) {
    for (const row of shown) restore(row);
    toast(/** @type {Failure} */ (failure).message);
    say(/** @type {Failure} */ (failure).message);
  }
}

/** @param {any} one */
function refuse({ row: id, detail }) {
  const row = document.getElementById(id);
  if (!row) return;
  restore(row);
  complain(row, new Failure(detail), { decision: "", again: () => {}, change: () => {} });
}

/** @param {any} answer */
function finish(answer) {
  const undo = () => undoBatch(answer.batch);
  remember(undo);
  showFailed(answer);
  toast([answer.summary, answer.failures].filter(Boolean).join(" "), undo);
  say(answer.summary);
}

/** The list of those that were not changed. @param {any} answer */
function showFailed({ failed, failures }) {
  document.getElementById("failed")?.remove();
  if (failed.length === 0) return;
  const items = failed.map((/** @type {any} */ one) =>
    element("li", {}, element("a", { href: one.path }, one.author), ` ${one.detail}`),
  );
  const list = element("section", { id: "failed", className: "fault" }, failures);
  list.append(element("ul", { className: "plain" }, ...items));
  list.setAttribute("role", "alert");
  form?.after(list);
}

/** Some at a time, as far as it goes. @param {HTMLFormElement} form @param {string} decision @param {number} n */
async function decideAll(form, decision, n) {
  const body = new FormData(form);
  body.delete("pick");
  body.set("decision", decision);
  let done = 0;
  /** @type {any[]} */
  const failed = [];
  /** @type {any} */
  let answer;
  if (progress) progress.hidden = false;
  try {
    do {
      answer = await post("/queue/bulk", body);
      done += answer.rows.length;
      failed.push(...answer.failed);
      body.set("batch", answer.batch);
      body.set("cursor", answer.next ?? "");
      if (progress) progress.value = Math.min(1, done / n);
      if (selected) selected.textContent = fill(words.progress, done, n);
    } while (answer.next !== undefined);
    if (failed.length === 0) location.reload();
    else finish({ ...answer, failed, summary: fill(words.progress, done, n) });
  } catch (failure) {
    toast(`${fill(words.progress, done, n)}: ${/** @type {Failure} */ (failure).message}`);
  }
  if (progress) progress.hidden = true;
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
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { submitter } = /** @type {SubmitEvent} */ (event);
    if (submitter instanceof HTMLButtonElement) void bulk(submitter.value);
  });
  showSelection();
}
