// @ts-check
// Makes the queue quick: decisions without a reload, keys, evidence lit by its reason. Everything works without this file.

/** @typedef {{ revision: number, status: string, words: string }} Done */

const live = document.getElementById("live");
/** @param {string} text */
const say = (text) => {
  if (live) live.textContent = text;
};

const rows = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".row")]);
const open = () => rows().filter((row) => !row.classList.contains("slim"));
/** @type {HTMLElement | undefined} */
let current;
/** Rows decided on this page, the last one at the end. @type {HTMLElement[]} */
const decided = [];

/** @param {HTMLElement | undefined} row */
function select(row) {
  current?.classList.remove("current");
  current = row;
  if (!row) return;
  row.classList.add("current");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

/** @param {number} step */
function move(step) {
  const all = open();
  const at = current ? all.indexOf(current) : -1;
  select(all[Math.max(0, Math.min(all.length - 1, at + step))]);
}

/** The row after one that goes, or before it. @param {HTMLElement} row */
function neighbour(row) {
  const all = rows();
  const at = all.indexOf(row);
  const rest = [...all.slice(at + 1), ...all.slice(0, at).reverse()];
  return rest.find((other) => !other.classList.contains("slim"));
}

/** @param {HTMLElement} row @param {string} words */
function slim(row, words) {
  row.querySelector(".done")?.remove();
  const line = document.createElement("p");
  line.className = "done";
  const text = document.createElement("span");
  text.textContent = words;
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "quiet";
  undo.textContent = "Undo";
  undo.addEventListener("click", () => decide(row, "undo"));
  line.append(text, undo);
  row.querySelector("article")?.append(line);
  row.classList.add("slim");
}

/** @param {HTMLElement} row */
function restore(row) {
  row.classList.remove("slim");
  row.querySelector(".done")?.remove();
}

/** @param {HTMLElement} row @param {string} text */
function complain(row, text) {
  row.querySelector(".fault")?.remove();
  const fault = document.createElement("p");
  fault.className = "fault";
  fault.setAttribute("role", "alert");
  fault.textContent = text;
  row.querySelector("article")?.prepend(fault);
}

const doing = { approve: "Approved …", spam: "Marked spam …", discard: "Discarded …" };

/** What is under way, by row: the next one waits for it. @type {Map<HTMLElement, Promise<void>>} */
const underWay = new Map();

/**
 * Shows the decision at once, sends it when the row's last one is through, and takes it back visibly if it was refused.
 * @param {HTMLElement} row @param {string} decision
 */
function decide(row, decision) {
  if (decision === "undo") {
    const at = decided.lastIndexOf(row);
    if (at >= 0) decided.splice(at, 1);
  } else {
    const next = current === row ? neighbour(row) : current;
    slim(row, doing[/** @type {keyof typeof doing} */ (decision)]);
    decided.push(row);
    select(next);
  }
  const work = (underWay.get(row) ?? Promise.resolve()).then(() => send(row, decision));
  underWay.set(row, work);
}

/** @param {HTMLElement} row @param {string} decision */
async function send(row, decision) {
  const form = /** @type {HTMLFormElement} */ (row.querySelector("form.actions"));
  const body = new FormData(form);
  body.set("decision", decision);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.detail);
    settle(row, form, /** @type {Done} */ (answer), decision === "undo");
  } catch (failure) {
    restore(row);
    const refused =
      failure instanceof TypeError
        ? "No connection. Nothing was changed."
        : String(/** @type {Error} */ (failure).message);
    complain(row, refused);
    select(row);
  }
}

/** Keeps the tabs' numbers true. @param {string | undefined} status @param {number} by */
function count(status, by) {
  const number = document.querySelector(`.tabs .count[data-status="${status}"]`);
  if (number) number.textContent = String(Number(number.textContent) + by);
}

/** @param {HTMLElement} row @param {HTMLFormElement} form @param {Done} done @param {boolean} undoing */
function settle(row, form, done, undoing) {
  const revision = /** @type {HTMLInputElement} */ (form.elements.namedItem("revision"));
  revision.value = String(done.revision);
  count(row.dataset.status, -1);
  count(done.status, 1);
  row.dataset.status = done.status;
  row.querySelector(".fault")?.remove();
  if (undoing) {
    restore(row);
    select(row);
  } else {
    slim(row, done.words);
  }
  say(undoing ? "Undone" : done.words);
}

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const row = /** @type {HTMLElement | null} */ (form.closest(".row"));
  const button = /** @type {SubmitEvent} */ (event).submitter;
  if (!row || !(button instanceof HTMLButtonElement)) return;
  event.preventDefault();
  decide(row, button.value);
});

document.addEventListener("change", (event) => {
  const control = /** @type {HTMLElement} */ (event.target);
  if (control.matches(".controls select")) /** @type {HTMLSelectElement} */ (control).form?.requestSubmit();
});

/** @param {Event} event @param {boolean} on */
function light(event, on) {
  const reason = /** @type {HTMLElement} */ (event.target).closest?.(".reasons li[data-signal]");
  const row = reason?.closest(".row");
  if (!(reason instanceof HTMLElement) || !row) return;
  for (const mark of row.querySelectorAll("mark")) {
    const signals = (mark.dataset.signals ?? "").split(" ");
    if (signals.includes(reason.dataset.signal ?? "")) mark.classList.toggle("lit", on);
  }
}
document.addEventListener("mouseover", (event) => light(event, true));
document.addEventListener("mouseout", (event) => light(event, false));

const KEYS_OFF = "hamlet-keys-off";
const keysOn = /** @type {HTMLInputElement | null} */ (document.getElementById("keys-on"));
if (keysOn) {
  keysOn.checked = localStorage.getItem(KEYS_OFF) === null;
  keysOn.addEventListener("change", () => {
    if (keysOn.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });
}

/** @type {Record<string, () => void>} */
const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => act("approve"),
  s: () => act("spam"),
  d: () => act("discard"),
  z: () => {
    const last = decided.at(-1);
    if (last) decide(last, "undo");
    /** @type {HTMLButtonElement | null} */ else document.querySelector(".did button.undo")?.click();
  },
  o: () => /** @type {HTMLAnchorElement | null} */ (current?.querySelector("a.why"))?.click(),
  "?": () => document.querySelector(".keys")?.toggleAttribute("open"),
};
keys.Enter = keys.o;

/** @param {string} decision */
function act(decision) {
  if (current?.querySelector(`button[value="${decision}"]`)) decide(current, decision);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn?.checked) return;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.matches("input, textarea, select, button, a, summary") && event.key === "Enter") return;
  if (target.matches("input:not([type=checkbox]), textarea, select")) return;
  const key = keys[event.key];
  if (!key) return;
  event.preventDefault();
  key();
});
