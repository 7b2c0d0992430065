// @ts-check
// Decisions on one comment, or on it and what stands behind it: shown at once, sent, and taken back visibly if
// refused.
import { Failure } from "./api.js";
import { alikeNote, markDone, summary, undoBatch } from "./batch.js";
import { confirmed } from "./dialog.js";
import { amendDone, tellDone, untellDone } from "./done.js";
import { atRow, note, onTop } from "./notes.js";
import { back, open, outdate, shut } from "./reading.js";
import { authorOf, boxOf, count, current, moveTo, neighbour, queue, renew, rowOf, rows } from "./rows.js";
import { along, extraOf, fieldsOf, send } from "./sending.js";
import { forget, hide, remember, toast, toastIfCovered } from "./undo.js";
import { keepUnsent, sendInOrder, showKept, takeOut } from "./unsent.js";
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

/** @param {HTMLElement} row @param {string} decision @param {number} [more] decided along with it */
export async function decide(row, decision, more = along(row)) {
  if (decision === "undo") {
    refused.delete(row);
    undo(row);
    return;
  }
  if (more > 0 && !(await confirmed(1 + more, words.done[decision] ?? ""))) return;
  const entry = remember(() => undo(row));
  undos.set(row, entry);
  const extra = extraOf(row, more);
  if (queue) showDecided(row, decision, entry, more);
  inTurn(row, async () => {
    refused.delete(row);
    const fields = fieldsOf(row, decision, extra);
    const answer = await (queue ? sendInOrder(fields) : send(fields));
    if (!(answer instanceof Failure)) settle(row, decision, answer);
    else if (!(await isKept(row, decision, fields, more, answer))) refuse(row, decision, answer);
  });
}

/** Without a connection a decision of the list is kept. @param {HTMLElement} row @param {string} decision @param {Record<string, string>} fields @param {number} more @param {Failure} failure */
async function isKept(row, decision, fields, more, { more: { isOffline } }) {
  const entry = undos.get(row);
  if (!queue || !isOffline || !entry) return false;
  const taken = { fields, author: authorOf(row), n: 1 + more, maybe: navigator.onLine };
  try {
    showUnsent(row, decision, entry, await keepUnsent(taken, watching(row, decision, entry)), 1 + more);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLElement} row @param {string} decision @param {import("./undo.js").Done} entry @param {number} key @param {number} n */
function showUnsent(row, decision, entry, key, n) {
  row.dataset.kept = `${key} ${decision} ${n}`;
  amendDone(entry, words.notSent ?? "");
  count(row.dataset.status, PLACE[/** @type {keyof typeof PLACE} */ (decision)], n);
  say(`${words.done[decision]} ${authorOf(row)}. ${words.notSent}`);
}

/** What becomes of a row whose decision was kept. @param {HTMLElement} row @param {string} decision @param {import("./undo.js").Done} entry */
const watching = (row, decision, entry) => ({
  sent: (/** @type {any} */ answer) => {
    delete row.dataset.kept;
    if (answer.batch) row.dataset.batch = answer.batch;
    else renew(row, answer.revision);
    row.dataset.before = row.dataset.status;
    row.dataset.status = PLACE[/** @type {keyof typeof PLACE} */ (decision)];
    outdate(row);
    amendDone(entry, words.learned[decision] ?? "");
  },
  refused: () => {
    delete row.dataset.kept;
    forget(entry);
    untellDone(entry);
  },
});

/** Shows what was decided before the page was loaded and is not sent yet. */
export const showBrought = () =>
  showKept(({ key, fields, author, n }) => {
    const { site, id, decision = "" } = fields;
    const row = rowOf(`c-${site}-${id}`);
    if (!row) {
      const entry = remember(() => takeOut(key).then(() => untellDone(entry)));
      tellDone(entry, decision, { author, n });
      amendDone(entry, words.notSent ?? "");
      return {
        sent: () => amendDone(entry, words.learned[decision] ?? ""),
        refused: () => untellDone(entry),
      };
    }
    const entry = remember(() => undo(row));
    undos.set(row, entry);
    showDecided(row, decision, entry, n - 1);
    showUnsent(row, decision, entry, key, n);
    return watching(row, decision, entry);
  });

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

/** It was decided along with something else. @param {HTMLElement} row @param {string} decision @param {any} answer */
export function showAlong(row, decision, answer) {
  const entry = remember(() => undo(row));
  undos.set(row, entry);
  if (queue) showDecided(row, decision, entry, 0);
  settle(row, decision, answer);
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
    const [key, as, n] = row.dataset.kept?.split(" ") ?? [];
    if (key && (await takeOut(Number(key)))) {
      untellDone(entry);
      count(PLACE[/** @type {keyof typeof PLACE} */ (as)], row.dataset.status, Number(n));
      delete row.dataset.kept;
      row.hidden = false;
      void open(row);
      say(`${words.undone}: ${authorOf(row)}`);
      return true;
    }
    if (row.dataset.batch) {
      const isDone = await undoBatch(row.dataset.batch);
      if (isDone) untellDone(entry);
      return isDone;
    }
    const answer = await send(fieldsOf(row, "undo"));
    if (answer instanceof Failure) {
      refuse(row, "undo", answer);
      // Later it may be taken back yet, but not if the service says that it cannot.
      return !(answer.more.isOffline || answer.more.signIn);
    }
    if (!queue) return location.reload();
    untellDone(entry);
    back(row, answer);
    void open(row);
    say(`${words.undone}: ${authorOf(row)}`);
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
    return note("told", "undo", `${message} ${fill(words.notApplied, "", done)}`, change, leave);
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
