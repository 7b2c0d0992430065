// @ts-check
// Decisions on one comment, or on it and what stands behind it: shown at once, sent, and taken back visibly if
// refused.
import { Failure, post, token } from "./api.js";
import { alikeNote, markDone, summary, undoBatch } from "./batch.js";
import { confirmed } from "./dialog.js";
import { tellDone, untellDone } from "./done.js";
import { atRow, note, onTop } from "./notes.js";
import { back, open, outdate, shut } from "./reading.js";
import { about, authorOf, boxOf, current, moveTo, neighbour, queue, renew, rows, waveOf } from "./rows.js";
import { forget, hide, remember, toast, toastIfCovered } from "./undo.js";
import { button, element, fill, say, words } from "./words.js";

/** What is under way, by row: the next one waits for it. @type {Map<HTMLElement, Promise<void>>} */
const underWay = new Map();
/** @type {WeakMap<HTMLElement, import("./undo.js").Done>} */
const undos = new WeakMap();
/** Rows whose last decision was not taken: an undo asked for meanwhile must not take back the one before. */
const refused = new WeakSet();

const PLACE = { approve: "published", spam: "spam", discard: "discarded" };

/** Whether this decision can be taken on the row now. @param {HTMLElement} row @param {string} decision */
export function isOffered(row, decision) {
  if (row.hidden) return false;
  if (row.querySelector(`form.acts button[value="${decision}"]`)) return true;
  return boxOf(row) !== null && row.dataset.status !== PLACE[/** @type {keyof typeof PLACE} */ (decision)];
}

/** What goes along with it: copies always, what is alike in another way if its box is set. @param {HTMLElement} row */
function along(row) {
  const box = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=group]:checked"));
  return waveOf(row) || Number(box?.value ?? 0);
}

/** @param {HTMLElement} row @param {string} decision */
export async function decide(row, decision) {
  if (decision === "undo") {
    refused.delete(row);
    undo(row);
    return;
  }
  const more = along(row);
  if (more > 0 && !(await confirmed(1 + more, words.done[decision] ?? ""))) return;
  const entry = remember(() => undo(row));
  undos.set(row, entry);
  if (queue) showDecided(row, decision, entry, more);
  inTurn(row, async () => {
    refused.delete(row);
    const answer = await send(row, decision, more);
    if (answer instanceof Failure) refuse(row, decision, answer);
    else settle(row, decision, answer);
  });
}

/** Before the service has answered. @param {HTMLElement} row @param {string} decision @param {import("./undo.js").Done} entry @param {number} more */
function showDecided(row, decision, entry, more) {
  const open_ = current();
  const next = open_ === row || !open_ ? (neighbour(row, 1) ?? neighbour(row, -1)) : undefined;
  atRow(row, undefined);
  const box = boxOf(row);
  if (box?.checked) box.click();
  row.hidden = true;
  tellDone(entry, decision, { author: authorOf(row), n: 1 + more });
  if (open_ === row || !open_) {
    shut(row);
    void open(next);
  }
  document.dispatchEvent(new CustomEvent("hamlet:decided"));
}

/** @param {HTMLElement} row @param {string} decision @param {number} more @returns {Promise<any>} a Failure: it was not taken */
function send(row, decision, more) {
  const { site, id, revision } = about(row);
  const until =
    /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=until]"))?.value ?? "";
  const body = new URLSearchParams({ csrf: token(), site, id, revision, decision, until });
  if (more > 0 && decision !== "undo") body.set("group", String(more));
  // Only who saw the box has left it ticked.
  if (row.querySelector("input[name=later]:checked")) body.set("later", "1");
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
  atRow(row, undefined);
  // A comment on its own page shows all that follows from it.
  if (!queue) return location.reload();
  if (answer.batch) return settleMany(row, decision, answer);
  renew(row, answer.revision);
  moveTo(row, answer.status);
  outdate(row);
  const author = authorOf(row);
  toastIfCovered(words.done[decision] ?? "", { entry: undos.get(row), author });
  say(`${words.done[decision]} ${author}. ${fill(words.left, rows().length)}`);
  if (answer.alike > 0) alikeNote(row, decision, answer);
}

/** What the service said of many: those done are gone, those refused come back. @param {HTMLElement} row @param {string} decision @param {any} answer */
function settleMany(row, decision, answer) {
  markDone(answer, decision);
  outdate(row);
  const failed = answer.failed.find((/** @type {any} */ one) => one.row === row.id);
  if (failed) refuse(row, decision, new Failure(failed.detail, { revision: failed.revision }));
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
    const entry = undos.get(row);
    if (row.dataset.batch) {
      const isDone = await undoBatch(row.dataset.batch);
      if (isDone) untellDone(entry);
      return isDone;
    }
    const answer = await send(row, "undo", 0);
    if (answer instanceof Failure) {
      refuse(row, "undo", answer);
      // Later it may be taken back yet, but not if the service says that it cannot.
      return !(answer.more.isOffline || answer.more.signIn);
    }
    if (!queue) return location.reload();
    untellDone(entry);
    back(row, answer);
    void open(row);
    say(words.undone ?? "");
    return true;
  });
}

/** @param {HTMLElement} row @param {string} decision @param {Failure} failure */
export function refuse(row, decision, failure) {
  const isUndo = decision === "undo";
  // What was not taken back is still gone from the list: it is told over it.
  const place = (/** @type {HTMLElement | undefined} */ made) =>
    isUndo ? onTop("not-undone", made) : atRow(row, made);
  place(complaint(row, decision, failure, () => place(undefined)));
  if (isUndo) return;
  refused.add(row);
  const entry = undos.get(row);
  forget(entry);
  untellDone(entry);
  row.hidden = false;
  void open(row);
}

/** What went wrong, and the ways out of it. @param {HTMLElement} row @param {string} decision @param {Failure} failure @param {() => void} away */
function complaint(row, decision, { message, more }, away) {
  const leave = button(words.leave ?? "", away);
  const done = words.done[decision] ?? words.undo ?? "";
  if (more.signIn)
    return note("loud", "warn", message, element("a", { href: more.signIn }, words.signIn ?? ""));
  if (more.revision !== undefined && decision !== "undo") {
    const change = button(fill(words.change, "", done), () => changeTo(row, decision, more.revision), "btn");
    return note("told", "undo", message, change, leave);
  }
  const act = () => {
    away();
    void decide(row, decision);
  };
  const text = `${fill(words.notSaved, "", done)} ${message}`;
  return note("loud", "warn", text, button(words.again ?? "", act, "btn"), leave);
}

/** What somebody else decided, decided anew. @param {HTMLElement} row @param {string} decision @param {number | undefined} revision */
function changeTo(row, decision, revision) {
  renew(row, revision);
  void decide(row, decision);
}
