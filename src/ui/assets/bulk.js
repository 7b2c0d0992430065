// @ts-check
// One decision on many comments: those selected, or all that the search matches.
import { Failure, post } from "./api.js";
import { markDone, summary, undoBatch } from "./batch.js";
import { confirmed } from "./dialog.js";
import { complain, restore, slim } from "./lines.js";
import { recount } from "./live.js";
import { form, pickedRows, selected, showSelection, target } from "./selection.js";
import { forget, remember, toast } from "./toast.js";
import { element, fill, say, words } from "./words.js";

const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress"));

/**
 * A key is pressed more easily by mistake than a button: for a whole page it asks, however short that is.
 * @param {string} decision @param {boolean} [byKey]
 */
export async function bulk(decision, byKey = false) {
  if (!form) return;
  const { n, every, whole } = target();
  const button = form.querySelector(`button[value="${decision}"]`);
  const unasked = byKey && whole ? 1 : undefined;
  if (n === 0 || !(await confirmed(n, button?.textContent ?? "", unasked))) return;
  if (every) await decideAll(form, decision, n);
  else await decidePicked(form, decision);
  showSelection();
}

/** @param {HTMLFormElement} form @param {string} decision */
async function decidePicked(form, decision) {
  const body = new FormData(form);
  body.set("decision", decision);
  const shown = pickedRows();
  if (navigator.onLine) for (const row of shown) slim(row, words.saving ?? "");
  const sent = post("/queue/bulk", body);
  const entry = remember(() => sent.then(({ batch }) => undoBatch(batch)).catch(() => {}));
  try {
    const answer = await sent;
    for (const one of answer.failed) refuse(one);
    markDone(answer, decision);
    if (answer.rows.length === 0) forget(entry);
    showFailed(answer);
    toast(summary(answer), answer.rows.length > 0 ? { entry } : {});
    say(answer.summary);
  } catch (failure) {
    forget(entry);
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

/** The list of those that were not changed. @param {any} answer */
function showFailed({ failed, failures }) {
  document.getElementById("failed")?.remove();
  if (failed.length === 0) return;
  const items = failed.map((/** @type {any} */ one) =>
    element("li", {}, element("a", { href: one.path }, element("bdi", {}, one.author)), ` ${one.detail}`),
  );
  const list = element("section", { id: "failed", className: "fault" }, failures);
  list.append(element("ul", { className: "plain" }, ...items));
  list.setAttribute("role", "alert");
  form?.after(list);
}

/** All that match, as far as it goes. @param {HTMLFormElement} form @param {string} decision @param {number} n */
async function decideAll(form, decision, n) {
  const going = goThrough(form, decision, n);
  const entry = remember(async () => {
    const { batch } = await going;
    return batch === undefined || undoBatch(batch);
  });
  const { batch, done, failed, fault } = await going;
  if (!fault && failed.length === 0) return location.reload();
  await recount();
  showFailed({ failed, failures: fill(words.notChanged, failed.length) });
  const text = `${fill(words.progress, done, n)}${fault ? `: ${fault.message}` : ""}`;
  if (batch === undefined) forget(entry);
  toast(text, batch === undefined ? {} : { entry });
  say(text);
}

/** Some at a time, until all are done or one time fails. @param {HTMLFormElement} form @param {string} decision @param {number} n */
async function goThrough(form, decision, n) {
  const body = new FormData(form);
  body.delete("pick");
  body.set("decision", decision);
  /** @type {{ batch?: string, done: number, failed: any[], fault?: Failure }} */
  const so = { done: 0, failed: [] };
  if (progress) progress.hidden = false;
  try {
    /** @type {string | undefined} */
    let next = "";
    while (next !== undefined) {
      body.set("cursor", next);
      /** @type {any} */
      const answer = await post("/queue/bulk", body);
      so.batch = answer.batch;
      so.done += answer.rows.length;
      so.failed.push(...answer.failed);
      body.set("batch", answer.batch);
      next = answer.next;
      if (progress) progress.value = Math.min(1, so.done / n);
      if (selected) selected.textContent = fill(words.progress, so.done, n);
    }
  } catch (failure) {
    so.fault = /** @type {Failure} */ (failure);
  }
  if (progress) progress.hidden = true;
  return so;
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { submitter } = /** @type {SubmitEvent} */ (event);
  if (submitter instanceof HTMLButtonElement) void bulk(submitter.value);
});
