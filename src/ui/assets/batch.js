// @ts-check
// What one decision did to many comments, those on the page and those that are not; and its undo.
import { post, token } from "./api.js";
import { confirmed } from "./dialog.js";
import { back, slim } from "./lines.js";
import { recount } from "./live.js";
import { count, formOf, moveTo, renew, rows, select } from "./rows.js";
import { forget, hide, remember, toast } from "./toast.js";
import { button, fill, say, words } from "./words.js";

const STATUS = { approve: "published", spam: "spam", discard: "discarded" };

/** Where comments went that waited and are not on the page, by the batch they went in. @type {Map<string, string>} */
const elsewhere = new Map();

const shownOf = (/** @type {any} */ answer) => {
  const done = new Set(answer.rows);
  return rows().filter((row) => done.has(row.id));
};

/** Both halves of what the service says of a batch. @param {any} answer */
export const summary = (answer) => [answer.summary, answer.failures].filter(Boolean).join(" ");

/** Shows what a batch decided, as far as it is on this page, and counts all of it. @param {any} answer @param {string} decision */
export function markDone(answer, decision) {
  const status = STATUS[/** @type {keyof typeof STATUS} */ (decision)];
  const shown = shownOf(answer);
  for (const row of shown) {
    renew(row);
    moveTo(row, status);
    row.dataset.batch = answer.batch;
    slim(row, answer.words);
    const pick = /** @type {HTMLInputElement | null} */ (row.querySelector("input[name=pick]"));
    if (pick) pick.checked = false;
  }
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
      answer = await post("/queue/undo", new URLSearchParams({ csrf: token(), batch }));
      restored += answer.rows.length;
      await showUndone(batch, answer);
    } while (answer.next !== undefined && answer.rows.length > 0);
    const text = restored === answer.rows.length ? summary(answer) : fill(words.undoneMany, restored);
    toast(text);
    say(text);
    return true;
  } catch (failure) {
    const { message } = /** @type {Error} */ (failure);
    toast(message);
    say(message);
    return false;
  }
}

/** @param {string} batch @param {any} answer */
async function showUndone(batch, answer) {
  const shown = shownOf(answer);
  for (const row of shown) back(row, {});
  const [first] = shown;
  if (first) select(first);
  const others = answer.rows.length - shown.length;
  if (others === 0) return;
  const status = elsewhere.get(batch);
  if (status) count(status, "pending", others);
  else await recount();
}

/** Offers to do the same to what is like a comment. @param {HTMLElement} row @param {string} decision @param {any} answer */
export function alikeButton(row, decision, { alike, until }) {
  const text = fill(words.alikeToo, alike);
  const act = async () => {
    if (!(await confirmed(alike, text))) return;
    const form = new FormData(formOf(row));
    const like = `${form.get("site")} ${form.get("id")}`;
    const body = new URLSearchParams({ csrf: token(), like, until: String(until), decision });
    const sent = post("/queue/bulk", body);
    const entry = remember(() => sent.then(({ batch }) => undoBatch(batch)).catch(() => {}));
    try {
      const many = await sent;
      markDone(many, decision);
      made.remove();
      toast(summary(many), { entry });
      say(many.summary);
    } catch (failure) {
      forget(entry);
      toast(/** @type {Error} */ (failure).message);
    }
  };
  const made = button(text, act, "alike");
  return made;
}
