// @ts-check
// The pages with comments to decide on: all of it works without this, and quicker with it.
import "./bulk.js";
import { decide, isOffered, showBrought } from "./decide.js";
import { help, keepOn, move } from "./keys.js";
import "./live.js";
import { copyLink, listAuthor, showAuthor, toggleDetails } from "./panels.js";
import { close, open } from "./reading.js";
import { replyTo } from "./reply.js";
import { current, queue } from "./rows.js";
import "./swipe.js";
import "./times.js";
import { button, element, icon, words } from "./words.js";

document.documentElement.classList.add("js");

const rowAt = (/** @type {EventTarget | null} */ target) =>
  /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest(".row") : null);

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const row = rowAt(form);
  const { submitter } = /** @type {SubmitEvent} */ (event);
  if (!row || !form.matches("form.acts") || !(submitter instanceof HTMLButtonElement)) return;
  event.preventDefault();
  submitter.closest("details")?.removeAttribute("open");
  if (submitter.name === "listing") void listAuthor(row, submitter.value);
  else void decide(row, submitter.value);
});

/** What a link does in place of leading elsewhere, by its class. @type {Record<string, (row: HTMLElement) => unknown>} */
const ways = {
  line: (row) => open(row, { asked: true }),
  back: () => (history.state?.open ? history.back() : close()),
  "to-before": () => move(-1),
  "to-after": () => move(1),
  "to-next": () => move(1),
  "to-copy": (row) => copyLink(row),
  "to-reply": (row) => replyTo(row),
  "who-else": (row) => showAuthor(row),
  deep: (row) => toggleDetails(row),
};

/** What can be done on a comment's own page as well as in the list. */
const here = new Set(["to-copy", "to-reply"]);

document.addEventListener("click", (event) => {
  const { target, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return;
  const link = target.closest("a");
  if (link?.matches(".to-keys, .one")) {
    event.preventDefault();
    const row = current();
    if (link.matches(".to-keys")) help();
    else if (row) void open(row, { asked: true });
    return;
  }
  const row = rowAt(link);
  const way = Object.keys(ways).find((name) => link?.classList.contains(name));
  if (!row || !way || (!queue && /^(line|back|to-)/.test(way) && !here.has(way))) return;
  event.preventDefault();
  link?.closest("details")?.removeAttribute("open");
  void ways[way]?.(row);
});

document.addEventListener("change", (event) => {
  const control = /** @type {HTMLElement} */ (event.target);
  if (control.matches(".head select")) /** @type {HTMLSelectElement} */ (control).form?.requestSubmit();
});

/** What can be done without opening: one for all rows, moved to where it is wanted. */
const quick = element("div", { className: "quick" });
for (const [decision, drawing, kind] of /** @type {const} */ ([
  ["approve", "check", "yes"],
  ["spam", "spam", "no"],
  ["discard", "discard", ""],
])) {
  const act = () => {
    const row = rowAt(quick);
    if (row && isOffered(row, decision)) void decide(row, decision);
  };
  const made = button("", act, `btn icon ${kind}`);
  made.append(icon(drawing));
  made.title = words.do?.[decision] ?? "";
  made.setAttribute("aria-label", made.title);
  quick.append(made);
}
for (const name of ["mouseover", "focusin"])
  queue?.addEventListener(name, ({ target }) => {
    const row = rowAt(target);
    if (row && row !== quick.parentElement && !row.contains(quick)) row.querySelector("a.line")?.after(quick);
  });

/** Lights a reason's evidence in the text. @param {Event} event @param {boolean} on */
function light({ target }, on) {
  const reason = target instanceof Element ? target.closest(".reason[data-signal]") : undefined;
  if (!(reason instanceof HTMLElement)) return;
  for (const mark of reason.closest(".reading")?.querySelectorAll("mark") ?? []) {
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
keepOn();
void showBrought();
if ("serviceWorker" in navigator)
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => {}));
