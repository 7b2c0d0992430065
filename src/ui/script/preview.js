// @ts-check
// The settings of a site: what a change would have meant is shown while it is made. Without this a button asks for it.
import "./times.js";

/** After the last key, milliseconds. */
const PAUSE = 400;
const form = /** @type {HTMLFormElement | null} */ (document.querySelector("form[data-preview]"));
/** Counts the questions: an answer that comes after the next question is out of date. */
let asked = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** Asks with what is in the form, and puts the answer in place. @param {HTMLFormElement} form */
async function show(form) {
  const question = ++asked;
  const before = document.getElementById("preview");
  before?.setAttribute("aria-busy", "true");
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  const response = await fetch(`${form.dataset.preview}?part=1`, { method: "POST", body }).catch(
    () => undefined,
  );
  if (question !== asked) return;
  before?.removeAttribute("aria-busy");
  if (!response?.ok || response.redirected) return;
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  if (question === asked) document.getElementById("preview")?.replaceWith(template.content);
}

form?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(form), PAUSE);
});
if (form) void show(form);
