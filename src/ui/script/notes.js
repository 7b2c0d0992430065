// @ts-check
// Notes: what happened, what is wrong, and what one can do about it. Over the list, or at a row.
import { element, icon } from "./words.js";

/** @param {"loud" | "warm" | "told"} kind @param {string} drawing @param {string} text @param {Node[]} ways */
export function note(kind, drawing, text, ...ways) {
  const made = element("div", { className: `note ${kind}` }, icon(drawing), element("p", {}, text));
  made.setAttribute("role", kind === "loud" ? "alert" : "status");
  if (ways.length > 0) made.append(element("span", { className: "act" }, ...ways));
  return made;
}

/** Over the list; another with the same name gives way. @param {string} name @param {HTMLElement | undefined} made */
export function onTop(name, made) {
  document.getElementById(name)?.remove();
  if (!made) return;
  made.id = name;
  const list = document.querySelector(".scroll-list") ?? document.getElementById("main");
  list?.prepend(made);
}

/** At a row; another one there gives way. @param {HTMLElement} row @param {HTMLElement | undefined} made */
export function atRow(row, made) {
  row.querySelector(":scope > .note")?.remove();
  if (made) row.querySelector(".line, .reading")?.after(made);
}
