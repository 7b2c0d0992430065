// @ts-check
import { keepOwn } from "./kept.js";
import { make } from "./list.js";
import { sendTo } from "./send.js";
import { words } from "./words.js";

/** @typedef {import("./kept.js").Shown} Shown */
/** @typedef {import("./hamlet.js").Comments} Comments */

/**
 * Puts a reader's own text where it can be changed.
 * @param {Comments} comments
 * @param {Shown} comment
 * @param {HTMLElement} item
 */
export function editOwn(comments, comment, item) {
  const text = make("textarea", { value: comment.text ?? "", rows: 6 });
  text.setAttribute("aria-label", words.edit);
  /** @type {(textContent: string, onclick: () => void) => HTMLButtonElement} */
  const button = (textContent, onclick) => make("button", { type: "button", textContent, onclick });
  const save = button(words.save, () => void change(comments, comment, { comment: text.value }));
  const cancel = button(words.cancel, () => comments.list(comment.id));
  item.querySelector(".hamlet-text")?.replaceChildren(text, save, " ", cancel);
  text.focus();
}

/**
 * @param {Comments} comments
 * @param {Shown} comment
 */
export function removeOwn(comments, comment) {
  if (confirm(words.sure)) void change(comments, comment);
}

/**
 * Changes a reader's own comment, or deletes it.
 * @param {Comments} comments
 * @param {Shown} comment
 * @param {{comment: string}} [fields]
 */
async function change(comments, comment, fields) {
  const address = `${comments.base}/comments/${comment.id}${fields ? "" : "/delete"}`;
  const answer = await sendTo(address, { ...fields, edit: comment.edit?.token }).catch(() => ({}));
  const { status, detail } = answer;
  // What is not there any longer is as good as deleted.
  const gone = status === "deleted" || status === 404;
  if (gone || typeof status === "string") {
    const { html: _, ...mine } = comment;
    const text = fields?.comment ?? mine.text;
    const hidden = gone || status === "refused";
    keepOwn(comments.place, { ...mine, text, waits: status === "waits", changed: Date.now(), gone: hidden });
    if (status !== "refused") comments.list(comment.id);
  }
  comments.say(gone ? "deleted" : status, detail);
}
