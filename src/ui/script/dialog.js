// @ts-check
// Dialogs: the browser's own, which hold the focus and close by Escape.
import { button, element, words } from "./words.js";

/** What it says first is its name. @param {(Node | string)[]} content */
export function dialog(...content) {
  const close = button("×", () => made.close(), "btn bare close");
  close.setAttribute("aria-label", words.close ?? "");
  const made = element("dialog", {}, close, ...content);
  const title = made.querySelector("h1, h2, p");
  if (title) {
    title.id = "dialog-title";
    made.setAttribute("aria-labelledby", title.id);
  }
  made.addEventListener("close", () => made.remove());
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  made.showModal();
  return made;
}

export const isDialogOpen = () => document.querySelector("dialog[open]") !== null;

/** From more comments than this on, one is asked whether one means it. */
const UNASKED = 20;

/** @param {number} n @param {string} decision how it is called @param {number} [unasked] @returns {Promise<boolean>} */
export function confirmed(n, decision, unasked = UNASKED) {
  if (n <= unasked) return Promise.resolve(true);
  return new Promise((resolve) => {
    let answer = false;
    const yes = button(
      decision,
      () => {
        answer = true;
        asked.close();
      },
      "btn main",
    );
    const no = button(words.cancel ?? "", () => asked.close());
    const asked = dialog(
      element("p", {}, (words.confirm ?? "").replace("{n}", String(n))),
      element("p", { className: "act" }, yes, no),
    );
    asked.addEventListener("close", () => resolve(answer));
    yes.focus();
  });
}
