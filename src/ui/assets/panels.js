// @ts-check
// A comment's reasons under its row, its author in a dialog, trust and block.
import { part, post, token } from "./api.js";
import { dialog } from "./dialog.js";
import { localTimes } from "./times.js";
import { toast } from "./toast.js";
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
    toast(/** @type {Error} */ (failure).message);
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
    toast(/** @type {Error} */ (failure).message);
  }
}

/** Trusts or blocks the author of a comment; the same can be taken back. @param {HTMLElement} row @param {string} listing */
export async function listAuthor(row, listing) {
  try {
    const body = new URLSearchParams({ csrf: token(), listing });
    const answer = await post(authorPath(row), body);
    toast(answer.words, listing === "" ? undefined : () => listAuthor(row, ""));
    say(answer.words);
  } catch (failure) {
    toast(/** @type {Error} */ (failure).message);
  }
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
  dialog(element("h2", {}, words.keysTitle ?? ""), element("dl", { className: "keys" }, ...terms), label);
}
