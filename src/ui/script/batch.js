// @ts-check
// What one decision did to many comments, those on the page and those that are not; and its undo.
import { post, token } from "./api.js";
import { confirmed } from "./dialog.js";
import { tellDone, untellDone } from "./done.js";
import { recount } from "./live.js";
import { note, onTop } from "./notes.js";
import { back, open, outdate, shut } from "./reading.js";
import { about, boxOf, count, current, everyRow, moveTo, neighbour, renew } from "./rows.js";
import { forget, hide, remember, toast } from "./undo.js";
import { button, fill, say, words } from "./words.js";

const STATUS = { approve: "published", spam: "spam", discard: "discarded" };

/** Where comments went that waited and are not on the page, by the batch they went in. @type {Map<string, string>} */
const elsewhere = new Map();

/** What was blocked along with a batch, to be taken out with it. @type {Map<string, string>} */
const blocked = new Map();

const shownOf = (/** @type {any} */ answer) => {
  const done = new Set(answer.rows);
  return everyRow().filter((row) => done.has(row.id));
};

/** Both halves of what the service says of a batch. @param {any} answer */
export const summary = (answer) => [answer.summary, answer.failures].filter(Boolean).join(" ");

/** Shows what a batch decided, as far as it is on this page, and counts all of it. @param {any} answer @param {string} decision */
export function markDone(answer, decision) {
  const status = STATUS[/** @type {keyof typeof STATUS} */ (decision)];
  const shown = shownOf(answer);
  if (answer.blocked) blocked.set(answer.batch, answer.blocked);
  for (const row of shown) {
    renew(row);
    row.hidden = true;
    shut(row);
    moveTo(row, status);
    row.dataset.batch = answer.batch;
    outdate(row);
    const box = boxOf(row);
    if (box) box.checked = false;
  }
  if (!current()) void open(neighbour(undefined, 0));
  const others = answer.rows.length - shown.length;
  if (others === 0) return;
  elsewhere.set(answer.batch, status);
  count("pending", status, others);
}

/** Takes a whole batch back, however many calls that takes. @param {string} batch @returns {Promise<boolean>} */
export async function undoBatch(batch) {
  hide();
  try {
    let answer;
    let restored = 0;
    do {
      answer = await post(
        "/queue/undo",
        new URLSearchParams({ csrf: token(), batch, blocked: blocked.get(batch) ?? "" }),
      );
      restored += answer.rows.length;
      await showUndone(batch, answer);
    } while (answer.next !== undefined && answer.rows.length > 0);
    const text = restored === answer.rows.length ? summary(answer) : fill(words.undoneMany, restored);
    toast(text);
    say(text);
    return true;
  } catch (failure) {
    const { message } = /** @type {Error} */ (failure);
    toast(message, { drawing: "warn" });
    say(message);
    return false;
  }
}

/** @param {string} batch @param {any} answer */
async function showUndone(batch, answer) {
  const shown = shownOf(answer);
  for (const row of shown) back(row, {});
  const [first] = shown;
  if (first) void open(first);
  const others = answer.rows.length - shown.length;
  if (others === 0) return;
  const status = elsewhere.get(batch);
  if (status) count(status, "pending", others);
  else await recount();
}

/** What a batch did, in the done line, with its undo. @param {Promise<any>} sent */
export function rememberBatch(sent) {
  const entry = remember(async () => {
    const answer = await sent.catch(() => undefined);
    if (!answer) return true;
    const isDone = await undoBatch(answer.batch);
    if (isDone) untellDone(entry);
    return isDone;
  });
  return entry;
}

/** Offers to do the same to what is like a comment. @param {HTMLElement} row @param {string} decision @param {any} answer */
export function alikeNote(row, decision, { alike, until }) {
  const { site, id } = about(row);
  offer("", fill(words.alikeToo, alike), alike, decision, [
    ["like", `${site} ${id}`],
    ["until", String(until)],
  ]);
}

/** Offers to decide what else of a listed author waits. @param {any} answer @param {string} decision */
export function waitsNote({ waits, until }, decision) {
  /** @type {[string, string][]} */
  const picks = waits.map((/** @type {string} */ pick) => ["pick", pick]);
  const n = waits.length;
  const text = fill(n === 1 ? words.waitOfAuthor.one : words.waitOfAuthor.more, n);
  const all = words.allOfAuthor[decision] ?? {};
  offer(text, fill(all[n] ?? all.more, n), n, decision, [...picks, ["until", String(until)]]);
}

/** A note with one decision on many. @param {string} said @param {string} text @param {number} n @param {string} decision @param {[string, string][]} fields */
function offer(said, text, n, decision, fields) {
  const act = async () => {
    if (!(await confirmed(n, text))) return;
    onTop("alike", undefined);
    const sent = post(
      "/queue/bulk",
      new URLSearchParams([["csrf", token()], ["decision", decision], ...fields]),
    );
    const entry = rememberBatch(sent);
    try {
      const many = await sent;
      markDone(many, decision);
      tellDone(entry, decision, { n: many.rows.length, text: many.summary });
      toast(summary(many), { entry });
      say(many.summary);
    } catch (failure) {
      forget(entry);
      toast(/** @type {Error} */ (failure).message, { drawing: "warn" });
    }
  };
  const leave = button(words.leave ?? "", () => onTop("alike", undefined));
  onTop("alike", note("told", "stack", said, button(text, act, "btn alike"), leave));
}
