// @ts-check
// The pages with comments to decide on: all of it works without this, and quicker with it.
import { decide } from "./decide.js";
import "./bulk.js";
import "./focus-view.js";
import "./keys.js";
import "./live.js";
import { showAuthor, toggleDetails } from "./panels.js";
import { select } from "./rows.js";
import "./times.js";

document.documentElement.classList.add("js");

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const row = /** @type {HTMLElement | null} */ (form.closest(".rows .row"));
  const { submitter } = /** @type {SubmitEvent} */ (event);
  if (!row || !form.matches("form.actions") || !(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  void decide(row, submitter.value);
});

document.addEventListener("click", (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
  const row = /** @type {HTMLElement | null} */ (target.closest(".row"));
  if (!row) return;
  if (target.closest("a.why")) {
    event.preventDefault();
    select(row);
    void toggleDetails(row);
  } else if (target.closest("a.who")) {
    event.preventDefault();
    void showAuthor(row);
  } else if (!target.closest("a, button, input, label, summary, .details")) select(row);
});

document.addEventListener("change", (event) => {
  const control = /** @type {HTMLElement} */ (event.target);
  if (control.matches(".controls select")) /** @type {HTMLSelectElement} */ (control).form?.requestSubmit();
});

/** Lights a reason's evidence in the text. @param {Event} event @param {boolean} on */
function light({ target }, on) {
  const reason = target instanceof Element ? target.closest(".reasons li[data-signal]") : undefined;
  if (!(reason instanceof HTMLElement)) return;
  for (const mark of reason.closest(".row")?.querySelectorAll("mark") ?? []) {
    if ((mark.dataset.signals ?? "").split(" ").includes(reason.dataset.signal ?? ""))
      mark.classList.toggle("lit", on);
  }
}
for (const [name, on] of /** @type {const} */ ([
  ["mouseover", true],
  ["mouseout", false],
  ["focusin", true],
  ["focusout", false],
]))
  document.addEventListener(name, (event) => light(event, on));
