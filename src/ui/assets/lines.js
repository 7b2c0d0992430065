// @ts-check
// How a row looks after a decision: a slim line in its place, or the row again with what went wrong.
import { authorOf, moveTo, renew } from "./rows.js";
import { button, element, words } from "./words.js";

/** @param {HTMLElement} row @param {string} text @param {Node[]} more */
export function slim(row, text, ...more) {
  row.querySelector(".done")?.remove();
  const said = element("span", {}, text);
  const author = element("bdi", { className: "dim" }, authorOf(row));
  row.querySelector("article")?.append(element("p", { className: "done" }, said, author, ...more));
  row.classList.add("slim");
}

/** @param {HTMLElement} row */
export function restore(row) {
  row.classList.remove("slim");
  row.querySelector(".done")?.remove();
}

/** The row again, as it was before it was decided. @param {HTMLElement} row @param {{ revision?: number, status?: string }} answer */
export function back(row, { revision, status }) {
  renew(row, revision);
  moveTo(row, status ?? row.dataset.before ?? "pending");
  delete row.dataset.batch;
  restore(row);
}

/** @param {HTMLElement} row */
export const forgive = (row) => row.querySelector(".fault")?.remove();

/**
 * Says what went wrong, with a way out of it.
 * @param {HTMLElement} row @param {import("./api.js").Failure} failure
 * @param {{ again: () => void, change: () => void, decision: string }} ways
 */
export function complain(row, { message, more }, { again, change, decision }) {
  forgive(row);
  const fault = element("p", { className: "fault" }, element("span", {}, message));
  fault.setAttribute("role", "alert");
  if (more.signIn) fault.append(element("a", { href: more.signIn }, words.signIn ?? ""));
  else if (more.isOffline) fault.append(button(words.again ?? "", again));
  else if (more.revision !== undefined)
    fault.append(button((words.change ?? "").replace("{x}", decision), change));
  row.querySelector("article")?.prepend(fault);
}
