// @ts-check
// One decision on many comments: those selected, or all that the search matches.
import { Failure, post } from "./api.js";
import { markDone, rememberBatch, summary, undoBatch } from "./batch.js";
import { decide, refuse } from "./decide.js";
import { confirmed } from "./dialog.js";
import { tellDone } from "./done.js";
import { recount } from "./live.js";
import { note, onTop } from "./notes.js";
import { rowOf } from "./rows.js";
import { form, pickedRows, selected, showSelection, target } from "./selection.js";
import { forget, remember, toast } from "./undo.js";
import { button, element, fill, say, words } from "./words.js";

const progress = /** @type {HTMLProgressElement | null} */ (document.getElementById("progress"));

/**
 * A key is pressed more easily by mistake than a button: for a whole page it asks, however short that is.
 * `blocks`: who wrote them is blocked along.
 * @param {string} decision @param {{ byKey?: boolean, blocks?: boolean }} [how]
 */
export async function bulk(decision, { byKey = false, blocks = false } = {}) {
  if (!form) return;
  const { n, every, whole } = target();
  const unasked = byKey && whole ? 1 : undefined;
  if (n === 0 || !(await confirmed(n, words.done[decision] ?? "", unasked))) return;
  if (every) await decideAll(form, decision, n);
  else await decidePicked(form, decision, blocks);
  showSelection();
}

/** @param {HTMLFormElement} form @param {string} decision @param {boolean} blocks */
async function decidePicked(form, decision, blocks) {
  const body = new FormData(form);
  body.set("decision", decision);
  if (blocks) body.set("block", "1");
  const shown = pickedRows();
  for (const row of shown) row.classList.add("is-going");
  const sent = post("/queue/bulk", body);
  const entry = rememberBatch(sent);
  try {
    const answer = await sent;
    markDone(answer, decision);
    for (const { row: id, detail, revision } of answer.failed) {
      const row = rowOf(id);
      if (row) refuse(row, decision, new Failure(detail, { revision }));
    }
    if (answer.rows.length === 0) forget(entry);
    else tellDone(entry, decision, { n: answer.rows.length, text: answer.summary });
    showFailed(answer);
    toast(summary(answer), answer.rows.length > 0 ? { entry } : { drawing: "warn" });
    say(answer.summary);
  } catch (failure) {
    forget(entry);
    const { message, more } = /** @type {Failure} */ (failure);
    // Without a connection each is kept by itself.
    if (more.isOffline && !blocks) for (const row of shown) void decide(row, decision, 0);
    else {
      toast(message, { drawing: "warn" });
      say(message);
    }
  }
  for (const row of shown) row.classList.remove("is-going");
}

/** The list of those that were not changed. @param {any} answer */
function showFailed({ failed, failures }) {
  onTop("failed", undefined);
  if (failed.length === 0) return;
  const items = failed.map((/** @type {any} */ one) =>
    element("li", {}, element("a", { href: one.path }, element("bdi", {}, one.author)), ` ${one.detail}`),
  );
  const made = note("loud", "warn", failures);
  made.querySelector("p")?.append(element("ul", { className: "plain" }, ...items));
  onTop("failed", made);
}

/** All that match, as far as it goes. @param {HTMLFormElement} form @param {string} decision @param {number} n */
async function decideAll(form, decision, n) {
  const going = goThrough(form, decision, n);
  const entry = remember(async () => {
    const { batch } = await going;
    return batch === undefined || undoBatch(batch);
  });
  const { batch, done, failed, fault, stopped } = await going;
  if (!fault && !stopped && failed.length === 0) return location.reload();
  await recount();
  showFailed({ failed, failures: fill(words.notChanged, failed.length) });
  const text = `${fill(words.progress, done, n)}${fault ? `: ${fault.message}` : ""}`;
  if (batch === undefined) forget(entry);
  toast(text, batch === undefined ? { drawing: "warn" } : { entry });
  say(text);
}

/** Some at a time, until all are done, somebody stops it or one time fails. @param {HTMLFormElement} form @param {string} decision @param {number} n */
async function goThrough(form, decision, n) {
  const body = new FormData(form);
  body.delete("pick");
  body.set("decision", decision);
  /** @type {{ batch?: string, done: number, failed: any[], fault?: Failure, stopped?: boolean }} */
  const so = { done: 0, failed: [] };
  const stop = button(words.close ?? "", () => {
    so.stopped = true;
  });
  form.append(stop);
  if (progress) progress.hidden = false;
  try {
    /** @type {string | undefined} */
    let next = "";
    while (next !== undefined && !so.stopped) {
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
  stop.remove();
  if (progress) progress.hidden = true;
  return so;
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const { submitter } = /** @type {SubmitEvent} */ (event);
  if (!(submitter instanceof HTMLButtonElement)) return;
  void (submitter.name === "block" ? bulk("spam", { blocks: true }) : bulk(submitter.value));
});
form?.addEventListener("reset", () => setTimeout(showSelection));
