// @ts-check
// The live check: asks again while the page is looked at and something is still waited for.
import { localTimes } from "./times.js";

const EVERY = 2000;
/** Whoever leaves the page open is not asked for ever, milliseconds. */
const ENDS = 30 * 60_000;
const card = /** @type {HTMLElement | null} */ (document.querySelector("[data-check]"));
const began = Date.now();

async function look() {
  const steps = card?.querySelector("ol");
  if (!card || !steps || "done" in steps.dataset || Date.now() - began > ENDS) return;
  if (document.visibilityState === "visible") await put(card, steps);
  setTimeout(() => void look(), EVERY);
}

/** Only what changed is put in place: what is said aloud is said once. @param {HTMLElement} card @param {HTMLElement} steps */
async function put(card, steps) {
  const response = await fetch(card.dataset.check ?? "").catch(() => undefined);
  if (!response?.ok || response.redirected) return;
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  const now = template.content.querySelector("ol");
  if (!now || saysOf(now) === saysOf(steps)) return;
  steps.replaceChildren(...now.childNodes);
  if ("done" in now.dataset) steps.dataset.done = "";
  localTimes(steps);
}

/** What the steps say, but for how long ago. @param {HTMLElement} steps */
const saysOf = (steps) => [...steps.querySelectorAll("h3, p")].map((part) => part.textContent).join("\n");

if (card) setTimeout(() => void look(), EVERY);
