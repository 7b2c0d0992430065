// @ts-check
// Answering a comment on its blog: the form comes from the service, Ctrl+Enter sends it, and what is typed is not lost.
import { part, post } from "./api.js";
import { showAlong } from "./decide.js";
import { dialog } from "./dialog.js";
import { note } from "./notes.js";
import { outdate } from "./reading.js";
import { authorOf } from "./rows.js";
import { toast } from "./undo.js";
import { say, words } from "./words.js";

/** What was typed and not sent, by row. @type {WeakMap<HTMLElement, string>} */
const drafts = new WeakMap();

/** Opens the form, where the comment can be answered. @param {HTMLElement} row */
export async function replyTo(row) {
  const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("a.to-reply"));
  if (!link) return;
  try {
    const made = dialog(await part(new URL(link.href).pathname));
    const form = made.querySelector("form");
    const text = made.querySelector("textarea");
    if (!form || !text) return;
    text.value = drafts.get(row) ?? text.value;
    text.focus();
    text.addEventListener("input", () => drafts.set(row, text.value));
    made.addEventListener("keydown", ({ key, ctrlKey, metaKey }) => {
      if (key === "Enter" && (ctrlKey || metaKey)) form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void send(row, made, form);
    });
  } catch (failure) {
    const { message } = /** @type {Error} */ (failure);
    toast(message, { drawing: "warn" });
    say(message);
  }
}

/** @param {HTMLElement} row @param {HTMLDialogElement} made @param {HTMLFormElement} form */
async function send(row, made, form) {
  const sender = form.querySelector("button");
  if (!sender || sender.disabled) return;
  sender.disabled = true;
  made.querySelector(".note")?.remove();
  try {
    const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    const answer = await post(new URL(form.action).pathname, new URLSearchParams(fields));
    drafts.delete(row);
    made.close();
    if (answer.approved) showAlong(row, "approve", answer);
    else if (row.hasAttribute("data-alone")) return location.reload();
    else outdate(row);
    toast(answer.words, { author: authorOf(row), drawing: "reply" });
    say(`${answer.words} ${authorOf(row)}. ${answer.approved ? words.done.approve : ""}`.trim());
  } catch (failure) {
    sender.disabled = false;
    form.before(note("loud", "warn", /** @type {Error} */ (failure).message));
  }
}
