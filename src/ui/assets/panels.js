// @ts-check
// A comment's reasons under its row, its author in a dialog, trust and block.
import { part, post, token } from "./api.js";
import { dialog } from "./dialog.js";
import { authorOf } from "./rows.js";
import { localTimes } from "./times.js";
import { forget, remember, toast } from "./toast.js";
import { element, say, words } from "./words.js";

/** Opens the reasons under a row, or closes it. @param {HTMLElement} row */
export async function toggleDetails(row) {
  const link = /** @type {HTMLAnchorElement | null} */ (row.querySelector("a.why"));
  if (!link) return;
  const shown = row.querySelector(".details");
  link.setAttribute("aria-expanded", String(!shown));
  row.classList.toggle("opened", !shown);
  if (shown) return shown.remove();
  try {
    const details = await part(new URL(link.href).pathname);
    if (row.querySelector(".details")) return;
    localTimes(details);
    row.querySelector("article")?.append(details);
  } catch (failure) {
    complain(failure);
  }
}

const authorPath = (/** @type {HTMLElement} */ row) =>
  new URL(/** @type {HTMLAnchorElement} */ (row.querySelector("a.who")).href).pathname;

/** @param {HTMLElement} row */
export async function showAuthor(row) {
  try {
    const content = await part(authorPath(row));
    localTimes(content);
    const made = dialog(content);
    made.classList.add("drawer");
    made.addEventListener("submit", async (event) => {
      event.preventDefault();
      const { submitter } = /** @type {SubmitEvent} */ (event);
      if (!(submitter instanceof HTMLButtonElement)) return;
      made.close();
      await listAuthor(row, submitter.value);
    });
  } catch (failure) {
    complain(failure);
  }
}

/**
 * Trusts or blocks the author of a comment, or neither. Taken back it is as it was before, whatever that was.
 * @param {HTMLElement} row @param {string} listing
 */
export async function listAuthor(row, listing) {
  const sent = list(row, listing);
  const entry = remember(() => sent.then(({ before }) => relist(row, before)).catch(() => {}));
  try {
    const answer = await sent;
    // What her entry alone had rejected is offered on her page.
    if (answer.offer) return location.assign(answer.offer);
    toast(answer.words, { entry, author: authorOf(row) });
    say(answer.words);
  } catch (failure) {
    forget(entry);
    complain(failure);
  }
}

/** @param {HTMLElement} row @param {string} listing */
const list = (row, listing) => post(authorPath(row), new URLSearchParams({ csrf: token(), listing }));

/** @param {HTMLElement} row @param {string} listing */
async function relist(row, listing) {
  try {
    await list(row, listing);
    toast(words.undone ?? "", { author: authorOf(row) });
    say(words.undone ?? "");
    return true;
  } catch (failure) {
    complain(failure);
    return false;
  }
}

/** @param {unknown} failure */
function complain(failure) {
  const { message } = /** @type {Error} */ (failure);
  toast(message);
  say(message);
}

/** The keys, and the switch that turns them off. @param {HTMLInputElement} isOn */
export function showKeys(isOn) {
  /** @type {[string, string][]} */
  const list = [
    ["j k", "move"],
    ["a s d", "decide"],
    ["x ⇧X", "select"],
    ["⇧A ⇧S ⇧D", "selection"],
    ["z", "undo"],
    ["o ↵", "open"],
    ["/", "search"],
    ["1 – 5", "tabs"],
    ["f", "focus"],
    ["t b", "trust"],
    ["n", "skip"],
    ["?", "help"],
  ];
  const terms = list.flatMap(([keys, name]) => [
    element("dt", {}, element("kbd", { dir: "ltr" }, keys)),
    element("dd", {}, words.keys[name] ?? ""),
  ]);
  const label = element("label", { className: "check" }, isOn, element("span", {}, words.keysOn ?? ""));
  const how = element("p", { className: "hint" }, words.keysHow ?? "");
  dialog(
    element("h2", {}, words.keysTitle ?? ""),
    element("dl", { className: "keys" }, ...terms),
    how,
    label,
  );
}
