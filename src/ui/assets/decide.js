// @ts-check
// Decisions on one comment, or on it and what stands behind it: shown at once, sent, and taken back visibly if refused.
import { Failure, post, token } from "./api.js";
import { confirmed } from "./dialog.js";
import { complain, forgive, restore, slim } from "./lines.js";
import { authorOf, count, currentRow, formOf, neighbour, renew, rows, select } from "./rows.js";
import { forget, hide, remember, toast, undoLast } from "./toast.js";
import { button, fill, say, words } from "./words.js";

/** What is under way, by row: the next one waits for it. @type {Map<HTMLElement, Promise<void>>} */
const underWay = new Map();
/** @type {WeakMap<HTMLElement, { undo: () => void }>} */
const undos = new WeakMap();

const label = (/** @type {HTMLElement} */ row, /** @type {string} */ decision) =>
  row.querySelector(`button[value="${decision}"]`)?.textContent ?? "";

/** Whether this decision can be taken on the row now. @param {HTMLElement} row @param {string} decision */
export const isOffered = (row, decision) =>
  !row.classList.contains("slim") && row.querySelector(`form.actions button[value="${decision}"]`) !== null;

/** @param {HTMLElement} row @param {string} decision */
export async function decide(row, decision) {
  const group = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=group]"));
  const isGroup = group?.checked === true && decision !== "undo";
  if (isGroup && !(await confirmed(1 + Number(group.value), label(row, decision)))) return;
  const next = currentRow() === row || !currentRow() ? neighbour(row) : currentRow();
  slim(row, `${label(row, decision)} ${words.saving}`);
  const entry = remember(() => undo(row));
  undos.set(row, entry);
  select(next ?? row);
  document.dispatchEvent(new CustomEvent("hamlet:decided", { detail: row }));
  inTurn(row, async () => {
    const body = new FormData(formOf(row));
    body.set("decision", decision);
    const answer = await post("/queue/decide", body).catch((failure) => refuse(row, decision, failure));
    if (answer) settle(row, decision, answer);
  });
}

/** @param {HTMLElement} row @param {() => Promise<void>} work */
function inTurn(row, work) {
  underWay.set(row, (underWay.get(row) ?? Promise.resolve()).then(work));
}

/** @param {HTMLElement} row @param {string} decision @param {any} answer */
function settle(row, decision, answer) {
  forgive(row);
  if (decision === "undo") return back(row, answer);
  if (answer.batch) return settleMany(row, decision, answer);
  renew(row, answer.revision);
  move(row, answer.status);
  const undoing = () => undoNow(row);
  const more = [button(words.undo ?? "", undoing)];
  if (answer.alike > 0) more.push(alikeButton(row, decision, answer));
  slim(row, answer.words, ...more);
  toast(`${answer.words} · ${authorOf(row)}`, undoing);
  say(answer.words);
}

/** @param {HTMLElement} row @param {string} status */
function move(row, status) {
  count(row.dataset.status, status);
  row.dataset.before = row.dataset.status;
  row.dataset.status = status;
}

/** What the service said of many: those done become slim lines, those refused come back. @param {HTMLElement} row @param {string} decision @param {any} answer */
function settleMany(row, decision, answer) {
  row.dataset.batch = answer.batch;
  const undoing = () => undoNow(row);
  const failed = answer.failed.find((/** @type {any} */ one) => one.row === row.id);
  if (failed) {
    refuse(row, decision, new Failure(failed.detail, { revision: failed.revision }));
    return;
  }
  markDone(answer, decision);
  slim(row, answer.summary, button(words.undo ?? "", undoing));
  toast([answer.summary, answer.failures].filter(Boolean).join(" "), undoing);
  say(answer.summary);
}

const STATUS = { approve: "published", spam: "spam", discard: "discarded" };

/** Shows what a bulk decided, as far as it is on this page, and counts all of it. @param {any} answer @param {string} decision */
export function markDone(answer, decision) {
  const status = STATUS[/** @type {keyof typeof STATUS} */ (decision)];
  const done = new Set(answer.rows);
  const shown = rows().filter((row) => done.has(row.id));
  for (const row of shown) {
    renew(row);
    move(row, status);
    row.dataset.batch = answer.batch;
    slim(row, answer.words);
    const pick = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=pick]"));
    if (pick) pick.checked = false;
  }
  const elsewhere = done.size - shown.length;
  if (elsewhere > 0) count("pending", status, elsewhere);
}

/** @param {HTMLElement} row @param {string} decision @param {any} answer */
function alikeButton(row, decision, { alike, until }) {
  const act = async () => {
    const text = fill(words.alikeToo, alike);
    if (!(await confirmed(alike, text))) return;
    const [, site, id] = /^c-([a-z0-9-]+?)-(.*)$/.exec(row.id) ?? [];
    const form = formOf(row);
    const body = new URLSearchParams({
      csrf: token(),
      like: `${new FormData(form).get("site") ?? site} ${new FormData(form).get("id") ?? id}`,
      until: String(until),
      decision,
    });
    try {
      const many = await post("/queue/bulk", body);
      markDone(many, decision);
      made.remove();
      const undoing = () => undoBatch(many.batch);
      remember(undoing);
      toast([many.summary, many.failures].filter(Boolean).join(" "), undoing);
      say(many.summary);
    } catch (failure) {
      toast(/** @type {Failure} */ (failure).message);
    }
  };
  const made = button(fill(words.alikeToo, alike), act, "alike");
  return made;
}

/** Takes the row's decision back out of turn with the key z. @param {HTMLElement} row */
function undoNow(row) {
  const entry = undos.get(row);
  if (entry) forget(entry);
  undo(row);
}

/** @param {HTMLElement} row */
function undo(row) {
  hide();
  inTurn(row, async () => {
    if (row.dataset.batch) return undoBatch(row.dataset.batch);
    const body = new FormData(formOf(row));
    body.set("decision", "undo");
    body.delete("group");
    const answer = await post("/queue/decide", body).catch((failure) => refuse(row, "undo", failure));
    if (answer) settle(row, "undo", answer);
  });
}

/** Takes a whole bulk back. @param {string} batch */
export async function undoBatch(batch) {
  try {
    const answer = await post("/queue/undo", new URLSearchParams({ csrf: token(), batch }));
    const done = new Set(answer.rows);
    const shown = rows().filter((row) => done.has(row.id));
    for (const row of shown) back(row, {});
    if (done.size > shown.length) count(undefined, "pending", done.size - shown.length);
    toast([answer.summary, answer.failures].filter(Boolean).join(" "));
  } catch (failure) {
    toast(/** @type {Failure} */ (failure).message);
  }
}

/** The row again, as it was. @param {HTMLElement} row @param {{ revision?: number, status?: string }} answer */
function back(row, { revision, status }) {
  renew(row, revision);
  move(row, status ?? row.dataset.before ?? "pending");
  delete row.dataset.batch;
  restore(row);
  select(row);
  say(words.undone ?? "");
}

/** @param {HTMLElement} row @param {string} decision @param {Failure} failure */
function refuse(row, decision, failure) {
  const entry = undos.get(row);
  if (entry && decision !== "undo") forget(entry);
  if (decision !== "undo") restore(row);
  hide();
  complain(row, failure, {
    decision: label(row, decision),
    again: () => (decision === "undo" ? undo(row) : decide(row, decision)),
    change: () => {
      renew(row, failure.more.revision);
      void decide(row, decision);
    },
  });
  select(row);
}

export { undoLast };
