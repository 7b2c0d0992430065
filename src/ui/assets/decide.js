// @ts-check
// Decisions on one comment, or on it and what stands behind it: shown at once, sent, and taken back visibly if
// refused. Without a connection nothing is shown as decided.
import { Failure, post } from "./api.js";
import { alikeButton, markDone, summary, undoBatch } from "./batch.js";
import { confirmed } from "./dialog.js";
import { back, complain, forgive, restore, slim } from "./lines.js";
import { authorOf, currentRow, formOf, moveTo, neighbour, renew, select } from "./rows.js";
import { forget, hide, remember, takeBack, toast } from "./toast.js";
import { button, say, words } from "./words.js";

/** What is under way, by row: the next one waits for it. @type {Map<HTMLElement, Promise<void>>} */
const underWay = new Map();
/** @type {WeakMap<HTMLElement, import("./toast.js").Done>} */
const undos = new WeakMap();
/** Rows whose last decision was not taken: an undo asked for meanwhile must not take back the one before. */
const refused = new WeakSet();

const label = (/** @type {HTMLElement} */ row, /** @type {string} */ decision) =>
  row.querySelector(`button[value="${decision}"]`)?.textContent ?? "";

/** Whether this decision can be taken on the row now. @param {HTMLElement} row @param {string} decision */
export const isOffered = (row, decision) =>
  !row.classList.contains("slim") && row.querySelector(`form.actions button[value="${decision}"]`) !== null;

/** @param {HTMLElement} row @param {string} decision */
export async function decide(row, decision) {
  if (decision === "undo") {
    refused.delete(row);
    undo(row);
    return;
  }
  const group = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=group]"));
  if (group?.checked && !(await confirmed(1 + Number(group.value), label(row, decision)))) return;
  undos.set(
    row,
    remember(() => undo(row)),
  );
  if (navigator.onLine) showDecided(row, decision);
  inTurn(row, async () => {
    refused.delete(row);
    const answer = await send(row, decision);
    if (answer instanceof Failure) refuse(row, decision, answer);
    else settle(row, decision, answer);
  });
}

/** Before the service has answered. @param {HTMLElement} row @param {string} decision */
function showDecided(row, decision) {
  const next = currentRow() === row || !currentRow() ? neighbour(row) : currentRow();
  slim(row, `${label(row, decision)} ${words.saving}`);
  select(next ?? row);
  document.dispatchEvent(new CustomEvent("hamlet:decided", { detail: row }));
}

/** @param {HTMLElement} row @param {string} decision @returns {Promise<any>} a Failure: it was not taken */
function send(row, decision) {
  const body = new FormData(formOf(row));
  body.set("decision", decision);
  if (decision === "undo") body.delete("group");
  return post("/queue/decide", body).catch((failure) => failure);
}

/** @template T @param {HTMLElement} row @param {() => Promise<T>} work */
function inTurn(row, work) {
  const done = (underWay.get(row) ?? Promise.resolve()).then(work);
  underWay.set(
    row,
    done.then(() => {}),
  );
  return done;
}

/** @param {HTMLElement} row @param {string} decision @param {any} answer */
function settle(row, decision, answer) {
  forgive(row);
  if (answer.batch) return settleMany(row, decision, answer);
  renew(row, answer.revision);
  moveTo(row, answer.status);
  const more = [undoButton(row)];
  if (answer.alike > 0) more.push(alikeButton(row, decision, answer));
  slim(row, answer.words, ...more);
  toast(answer.words, { entry: undos.get(row), author: authorOf(row) });
  say(answer.words);
}

const undoButton = (/** @type {HTMLElement} */ row) =>
  button(words.undo ?? "", () => {
    const entry = undos.get(row);
    if (entry) void takeBack(entry);
  });

/** What the service said of many: those done become slim lines, those refused come back. @param {HTMLElement} row @param {string} decision @param {any} answer */
function settleMany(row, decision, answer) {
  markDone(answer, decision);
  const failed = answer.failed.find((/** @type {any} */ one) => one.row === row.id);
  if (failed) refuse(row, decision, new Failure(failed.detail, { revision: failed.revision }));
  else slim(row, answer.summary, undoButton(row));
  if (answer.rows.length === 0) return;
  const entry = failed ? remember(() => undoBatch(answer.batch)) : undos.get(row);
  toast(summary(answer), { entry });
  say(answer.summary);
}

/** Takes a row's decision back, be it of the row alone or of a batch. @param {HTMLElement} row */
function undo(row) {
  hide();
  return inTurn(row, async () => {
    if (refused.has(row)) return true;
    if (row.dataset.batch) return undoBatch(row.dataset.batch);
    const answer = await send(row, "undo");
    if (answer instanceof Failure) {
      refuse(row, "undo", answer);
      // Later it may be taken back yet, but not if the service says that it cannot.
      return !(answer.more.isOffline || answer.more.signIn);
    }
    forgive(row);
    back(row, answer);
    select(row);
    say(words.undone ?? "");
    return true;
  });
}

/** @param {HTMLElement} row @param {string} decision @param {Failure} failure */
function refuse(row, decision, failure) {
  if (decision !== "undo") {
    refused.add(row);
    forget(undos.get(row));
    restore(row);
  }
  complain(row, failure, {
    decision: label(row, decision),
    again: () => decide(row, decision),
    change: () => {
      renew(row, failure.more.revision);
      void decide(row, decision);
    },
  });
  select(row);
}
