// @ts-check
// The settings of a site: what a change would have meant is shown while it is made, and what is not saved yet is said.

/** After the last key, milliseconds. */
const PAUSE = 400;
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
  if (question !== asked) return;
  document.getElementById("preview")?.replaceWith(template.content);
  tell(form);
}

/** Says what would be different, where the form is saved. @param {HTMLFormElement} form */
function tell(form) {
  const told = form.querySelector(".difference");
  if (!(told instanceof HTMLElement)) return;
  const { difference = "" } =
    /** @type {HTMLElement | null} */ (form.querySelector("#preview"))?.dataset ?? {};
  const isChanged = form.classList.contains("is-changed");
  told.textContent = isChanged ? `${told.dataset.unsaved} ${difference}` : "";
}

/** What is not saved is said at the foot of the page, of the group that was changed last. @param {HTMLFormElement} form @param {boolean} isChanged */
function float(form, isChanged) {
  for (const other of document.querySelectorAll("form.is-floating")) other.classList.remove("is-floating");
  form.classList.toggle("is-floating", isChanged);
  place();
}

/** The bar is as wide as its group, which only the script knows. */
function place() {
  for (const bar of document.querySelectorAll("form.settings > .save")) {
    const form = bar.parentElement;
    if (bar instanceof HTMLElement && form)
      bar.style.inlineSize = form.classList.contains("is-floating") ? `${form.offsetWidth}px` : "";
  }
}
addEventListener("resize", place);

for (const form of document.querySelectorAll("form.settings")) {
  if (!(form instanceof HTMLFormElement)) continue;
  // It is asked without a button.
  form.querySelector(".ask")?.remove();
  const change = (/** @type {boolean} */ isChanged) => {
    form.classList.toggle("is-changed", isChanged);
    float(form, isChanged);
    tell(form);
    clearTimeout(waiting);
    if (form.dataset.preview) waiting = setTimeout(() => void show(form), PAUSE);
  };
  form.addEventListener("input", () => change(true));
  // The fields are as they were only after the event.
  form.addEventListener("reset", () => setTimeout(() => change(false)));
}
